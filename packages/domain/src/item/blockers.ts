import type { Basis } from '../kernel/basis.ts'
import { equal, exact, sub, sum } from '../kernel/exact.ts'
import { type DomainError, refuse } from '../kernel/result.ts'
import type { Scored } from '../rule/outcome.ts'
import type { Deduction, ItemRow } from './model.ts'

export type ItemBlockerCode =
  | 'item.missing'
  | 'item.ambiguous'
  | 'item.ruleFault'
  | 'item.sourceMissing'
  | 'item.basisMissing'
  | 'item.reasonMissing'
  | 'item.clauseMissing'
  | 'item.reasonsDoNotAdd'

export type ItemBlocker = DomainError<ItemBlockerCode>

/** Why a row cannot be scored yet (C-4.2: source, basis, a reason for every lost point); empty when it can. */
export const rowBlockers = (row: ItemRow): readonly ItemBlocker[] => {
  const at = row.item.unitId
  if (row.outcome.status !== 'scored') return [{ ...unscored(row.outcome), at }]
  const words: (ItemBlockerCode | undefined)[] = [
    row.item.dataSource === '' ? 'item.sourceMissing' : undefined,
    row.item.basis === undefined || !isStated(row.item.basis) ? 'item.basisMissing' : undefined,
    reasonBlocker(row.outcome, row.item.deductions),
  ]
  return words.flatMap((code) => (code ? [{ ...refuse(code).error, at }] : []))
}

const unscored = (outcome: Exclude<ItemRow['outcome'], Scored>): ItemBlocker => {
  switch (outcome.status) {
    case 'missing':
      return { code: 'item.missing', params: { needs: outcome.needs.join('、') } }
    case 'ambiguous':
      return { code: 'item.ambiguous' }
    case 'error':
      return { code: 'item.ruleFault', params: { fault: outcome.code } }
  }
}

/**
 * The reasons of a unit that lost points name clauses and add up to full marks minus points, exactly; so do reasons that
 * were written before the figures moved, and now say that points are lost where none are.
 */
const reasonBlocker = ({ points, fullMark }: Scored, deductions: readonly Deduction[]): ItemBlockerCode | undefined => {
  const lost = sub(exact(fullMark), exact(points))
  if (lost.n <= 0n && deductions.length === 0) return undefined
  if (deductions.length === 0 || deductions.some(({ reason }) => reason === '')) return 'item.reasonMissing'
  if (deductions.some(({ basis }) => !isStated(basis))) return 'item.clauseMissing'
  const named = sum(deductions.map((deduction) => exact(deduction.points)))
  return equal(named, lost) ? undefined : 'item.reasonsDoNotAdd'
}

/** A platform default is nobody's clause. */
const isStated = (basis: Basis): boolean =>
  basis.kind === 'clause' ? basis.article !== '' : basis.kind === 'interpretation'
