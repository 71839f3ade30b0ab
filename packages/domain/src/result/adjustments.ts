import { adjustedPoints } from '../decision/adjusted.ts'
import type { Decision } from '../decision/model.ts'
import type { Deduction } from '../item/model.ts'
import { type ExactText, exact, printExact, sub } from '../kernel/exact.ts'
import type { RunAdjustment, RunLeaf } from './run-content.ts'

/** What the engine made of a row, whatever a meeting decided since. */
export const computedPoints = (leaf: RunLeaf, row: number): ExactText =>
  leaf.adjustments?.[row]?.computed ?? leaf.points[row] ?? ''

/**
 * The leaf with the points of record: those that a binding decision names, else the computed ones, which stay beside them. The
 * difference is one more entry of the reasons, so that lost points still add up to full marks minus points.
 * @param say the entry's words, as papers print them
 */
export const adjustLeaf = (
  leaf: RunLeaf,
  decisions: readonly Decision[],
  say: (made: RunAdjustment, points: ExactText) => string,
): RunLeaf => {
  const made = leaf.itemIds.map((itemId, row) => adjustedPoints(itemId, leaf.points[row] ?? '', decisions))
  if (made.every(({ adjusted }) => adjusted === undefined)) return leaf
  const adjustments = made.map(({ computed, decisionId, adjustment }): RunAdjustment | null => {
    const decision = decisions.find(({ id }) => id === decisionId)
    if (!decision || !adjustment) return null
    const { id, body, decidedOn, number } = decision
    const { ground, reason } = adjustment
    return { computed, ground, reason, decision: { id, body, decidedOn, ...(number !== undefined && { number }) } }
  })
  const points = made.map(({ computed, adjusted }) => adjusted ?? computed)
  const deductions = leaf.deductions.map((own, row): readonly Deduction[] => {
    const adjustment = adjustments[row]
    if (!adjustment) return own
    const { computed, decision, reason } = adjustment
    const to = points[row] ?? ''
    const basis = { kind: 'interpretation', by: decision.body, on: decision.decidedOn, reason } as const
    return [...own, { points: printExact(sub(exact(computed), exact(to))), reason: say(adjustment, to), basis }]
  })
  return { ...leaf, points, deductions, adjustments }
}
