import { punishedFacts, sameFact } from '../../rule/punished.ts'
import { type Finding, finding } from '../findings.ts'
import type { IndicatorNode, PlanContent } from '../model.ts'
import { planIndex } from '../plan-index.ts'
import { leaves } from '../tree.ts'

/** One fact that costs points under two indicators of the same unit (一事二罚), said at the later one. */
export function checkPunishedTwice(content: PlanContent): readonly Finding[] {
  const before = new Map<string, IndicatorNode[]>()
  return leaves(content).flatMap((leaf) =>
    (leaf.scoring?.rule ? punishedFacts(leaf.scoring.rule.rule) : []).flatMap((fact) => {
      const same = sameFact(fact)
      const others = before.get(same) ?? []
      before.set(same, [...others, leaf])
      const other = others.find((each) => shareUnit(content, each.key, leaf.key))
      return other
        ? [
            finding(
              'check.punishedTwice',
              `indicators[${leaf.key}].scoring.rule`,
              { name: leaf.name, other: other.name, fact },
              { basis: leaf.basis },
            ),
          ]
        : []
    }),
  )
}

const shareUnit = (content: PlanContent, a: string, b: string): boolean => {
  const { tasks } = planIndex(content)
  const units = tasks.get(b)
  return units !== undefined && [...(tasks.get(a)?.keys() ?? [])].some((unitId) => units.has(unitId))
}
