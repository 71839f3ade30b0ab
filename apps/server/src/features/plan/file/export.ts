import { Buffer } from 'node:buffer'
import type { Refusal } from '@quanheng/contract/errors'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { planDigestForm } from '@quanheng/domain/plan/digest-form'
import { namedIds } from '@quanheng/domain/plan/named'
import type { PlanFile } from '@quanheng/papers/plan-file/plan-file'
import type { Reader } from '../../../platform/database/database.ts'
import type { Actor } from '../../../platform/door/actor.ts'
import type { FileReply } from '../../../platform/door/outcome.ts'
import { runInWorker } from '../../../platform/jobs/run.ts'
import { namesOf } from '../check-context.ts'
import { seenContent } from '../show.ts'

type Made = Result<FileReply, Refusal>

const textFile = (name: string, kind: 'json' | 'yaml', text: string): FileReply => {
  const content = Buffer.from(text, 'utf8')
  return { name, mediaType: `application/${kind}; charset=utf-8`, content, size: content.length }
}

/** A YAML file to send. */
export const yamlFile = (name: string, text: string): FileReply => textFile(name, 'yaml', text)

/** The plan as YAML; null where reading it back would give another plan. */
export const planText = (plan: PlanFile): Promise<string | null> =>
  runInWorker<PlanFile, string | null>(new URL('./write-task.ts', import.meta.url), plan)

/** The plan as this person sees it, or one issued version, as a plan file. */
export const planYaml = async (db: Reader, actor: Actor, planId: string, number: number | undefined): Promise<Made> => {
  const content = await seenContent(db, actor, planId, number)
  if (!content.ok) return content
  const plan: PlanFile = { content: content.value, names: await namesOf(db, namedIds(content.value)) }
  const text = await planText(plan)
  return text === null ? refuse('plan.noFile') : ok(yamlFile(`${content.value.title}.yaml`, text))
}

/** The same in the bytes whose SHA-256 is the plan's digest. */
export const planJson = async (db: Reader, actor: Actor, planId: string, number: number | undefined): Promise<Made> => {
  const content = await seenContent(db, actor, planId, number)
  return content.ok ? ok(textFile('plan.json', 'json', canonicalJson(planDigestForm(content.value)))) : content
}
