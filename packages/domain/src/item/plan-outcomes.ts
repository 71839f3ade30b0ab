import { boundValue, factsFrom } from '../datum/facts.ts'
import { groupOn, groupValue } from '../datum/group-facts.ts'
import { itemKeys } from '../plan/items.ts'
import type { PlanContent } from '../plan/model.ts'
import { isScoredByLead, leaves } from '../plan/tree.ts'
import type { FactValue } from '../rule/facts.ts'
import { inputsOf } from '../rule/inputs.ts'
import type { Outcome } from '../rule/outcome.ts'
import { itemOutcome } from './row.ts'

export interface PlanOutcome {
  readonly leafKey: string
  readonly unitId: string
  readonly outcome: Outcome
}

/** The figure of a data element for a unit, where it is known. */
export type FigureOf = (elementKey: string, unitId: string) => FactValue | undefined

/** What the plan's rules make of the figures, item by item; leaves that another unit scores are left out, their points are reported. */
export function planOutcomes(
  content: PlanContent,
  figureOf: FigureOf,
  nameOf: (unitId: string) => string = (unitId) => unitId,
): readonly PlanOutcome[] {
  const unitsOf = Map.groupBy(itemKeys(content), ({ leafKey }) => leafKey)
  return leaves(content).flatMap((leaf) => {
    if (isScoredByLead(content, leaf)) return []
    const inputs = leaf.scoring?.rule ? inputsOf(leaf.scoring.rule.rule) : []
    const own = (unitId: string, name: string): FactValue => {
      const input = inputs.find((one) => one.name === name && one.kind !== 'group')
      return input
        ? boundValue(content, leaf.key, unitId, input, (elementKey) => figureOf(elementKey, unitId))
        : { kind: 'missing' }
    }
    return (unitsOf.get(leaf.key) ?? []).map(({ unitId }) => {
      const sources = inputs.map((input) => ({
        input,
        value:
          input.kind === 'group'
            ? groupValue(groupOn(content, leaf.key, unitId), input, own, nameOf)
            : own(unitId, input.name),
      }))
      return {
        leafKey: leaf.key,
        unitId,
        outcome: itemOutcome(content, leaf.key, factsFrom(content, leaf.key, sources)),
      }
    })
  })
}
