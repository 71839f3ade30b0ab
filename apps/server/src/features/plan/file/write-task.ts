import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { type PlanFile, readPlanDoc, writePlanDoc } from '@quanheng/papers/plan-file/plan-file'
import { readYaml, writeYaml } from '@quanheng/papers/yaml/yaml'

/** The plan as YAML; null where reading it back would give another plan. Runs in a worker. */
export default (plan: PlanFile): string | null => {
  const text = writeYaml(writePlanDoc(plan))
  const yaml = readYaml(text)
  const back = yaml.ok ? readPlanDoc(yaml.value.doc) : undefined
  return back?.ok && canonicalJson(back.value.content) === canonicalJson(plan.content) ? text : null
}
