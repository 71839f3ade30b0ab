import { div, type ExactText, exact, hundred, mul, printExact, sign } from '../kernel/exact.ts'
import { taskFor } from '../plan/items.ts'
import type { PlanContent } from '../plan/model.ts'
import { nodeByKey } from '../plan/tree.ts'
import type { FactValue, RuleInput } from '../rule/facts.ts'
import { inputsOf } from '../rule/inputs.ts'

/** Whether the leaf's rule looks at the other units of the group (best, mean, sum), so that their figures move the score. */
export const readsGroup = (content: PlanContent, leafKey: string): boolean => {
  const rule = nodeByKey(content, leafKey)?.scoring?.rule?.rule
  return rule !== undefined && inputsOf(rule).some(({ kind }) => kind === 'group')
}

/** The unit and those that it is compared with on a leaf: of its group, who carry the leaf; units of no group among themselves. */
export const groupOn = (content: PlanContent, leafKey: string, unitId: string): readonly string[] => {
  const own = content.unitGroups.find(({ unitIds }) => unitIds.includes(unitId))
  const grouped = new Set(content.unitGroups.flatMap(({ unitIds }) => unitIds))
  const units = own?.unitIds ?? content.tasks.map((task) => task.unitId).filter((id) => !grouped.has(id))
  return [...new Set(units)].filter((id) => taskFor(content, leafKey, id) !== undefined)
}

const numberIn = (value: FactValue): string | undefined => {
  switch (value.kind) {
    case 'quantity':
      return value.value
    case 'count':
      return value.n
    case 'judgement':
      return value.points
    default:
      return undefined
  }
}

type Part =
  | { readonly kind: 'value'; readonly value: ExactText }
  | { readonly kind: 'byAnswer'; readonly actual: ExactText; readonly target: ExactText }
  | { readonly kind: 'apart' | 'owed' }

/** One unit's part of a group figure; apart is who does not take part (不涉及). */
const partOf = (input: RuleInput, closed: (name: string) => FactValue): Part => {
  const names = input.rate ? [input.rate.actual, input.rate.target] : [input.of ?? '']
  const values = names.map(closed)
  if (values.some(({ kind }) => kind === 'notConcerned')) return { kind: 'apart' }
  const [actual, target] = values.map(numberIn)
  if (actual === undefined || (input.rate && target === undefined)) return { kind: 'owed' }
  if (target === undefined) return { kind: 'value', value: actual }
  if (sign(exact(target)) <= 0) return { kind: 'byAnswer', actual, target }
  return { kind: 'value', value: printExact(mul(div(exact(actual), exact(target)), hundred)) }
}

/**
 * The figures of a group, gathered from what its units were asked anyway. Only closed figures count: whoever has none yet is
 * named as owing, and the rule gives `missing` instead of a best or a mean that would still move.
 * @param closed the closed value of an input of one unit; missing where it is not closed
 */
export const groupValue = (
  units: readonly string[],
  input: RuleInput,
  closed: (unitId: string, name: string) => FactValue,
  nameOf: (unitId: string) => string,
): FactValue => {
  const parts = units.map((unitId) => ({ unitId, part: partOf(input, (name) => closed(unitId, name)) }))
  const owing = parts.filter(({ part }) => part.kind === 'owed').map(({ unitId }) => nameOf(unitId))
  const values = parts.flatMap(({ part }) => (part.kind === 'value' ? [part.value] : []))
  const byAnswer = parts.flatMap(({ part }) =>
    part.kind === 'byAnswer' ? [{ actual: part.actual, target: part.target }] : [],
  )
  return { kind: 'group', values, ...(owing.length > 0 && { owing }), ...(byAnswer.length > 0 && { byAnswer }) }
}
