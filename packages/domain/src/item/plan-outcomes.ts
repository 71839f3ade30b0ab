import { boundValue, factsFrom } from '../datum/facts.ts'
import { itemKeys } from '../plan/items.ts'
import type { PlanContent } from '../plan/model.ts'
import { isScoredByLead, leaves } from '../plan/tree.ts'
import type { FactValue, RuleInput } from '../rule/facts.ts'
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

/**
 * What the plan's rules make of the figures, item by item; leaves that another unit scores are left out, their points are reported.
 * A figure of the group is gathered from the units of the same 考核分组 that carry the leaf; who is 不涉及 is not compared.
 */
export function planOutcomes(content: PlanContent, figureOf: FigureOf): readonly PlanOutcome[] {
  const unitsOf = Map.groupBy(itemKeys(content), ({ leafKey }) => leafKey)
  return leaves(content).flatMap((leaf) => {
    if (isScoredByLead(content, leaf)) return []
    const units = (unitsOf.get(leaf.key) ?? []).map(({ unitId }) => unitId)
    const inputs = leaf.scoring?.rule ? inputsOf(leaf.scoring.rule.rule) : []
    const own = (unitId: string, input: RuleInput): FactValue =>
      boundValue(content, leaf.key, unitId, input, (elementKey) => figureOf(elementKey, unitId))
    return units.map((unitId) => {
      const mates = matesOf(content, unitId, units)
      const sources = inputs.map((input) => ({
        input,
        value: input.kind === 'group' ? gathered(mates, inputs, input, own) : own(unitId, input),
      }))
      return {
        leafKey: leaf.key,
        unitId,
        outcome: itemOutcome(content, leaf.key, factsFrom(content, leaf.key, sources)),
      }
    })
  })
}

const matesOf = (content: PlanContent, unitId: string, units: readonly string[]): readonly string[] => {
  const group = content.unitGroups.find(({ unitIds }) => unitIds.includes(unitId))
  return group ? units.filter((each) => group.unitIds.includes(each)) : units
}

function gathered(
  mates: readonly string[],
  inputs: readonly RuleInput[],
  { of }: RuleInput,
  own: (unitId: string, input: RuleInput) => FactValue,
): FactValue {
  const reported = inputs.find(({ name, kind }) => name === of && kind !== 'group')
  if (!reported) return { kind: 'missing' }
  const figures = mates.map((unitId) => ({ unitId, figure: own(unitId, reported) }))
  const owing = figures.flatMap(({ unitId, figure }) => (figure.kind === 'missing' ? [unitId] : []))
  const values = figures.flatMap(({ figure }) =>
    figure.kind === 'quantity' ? [figure.value] : figure.kind === 'count' ? [figure.n] : [],
  )
  return { kind: 'group', values, ...(owing.length > 0 && { owing }) }
}
