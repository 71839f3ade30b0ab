import type { Clause, When } from './clause.ts'
import type { Placed } from './scan.ts'

/** 20条以上的得5分，不足20条的按比例得分: a case of its own, where 20条 is what the marks are for and no step that was started. */
export const withShortOf = (clauses: readonly Placed[]): readonly Placed[] =>
  clauses.map((placed, i) => {
    const { clause } = placed
    const before = clauses[i - 1]?.clause
    if (clause.kind !== 'partial' || clause.partial !== 'proRata' || clause.by === undefined) return placed
    if (before === undefined || !isReached(before, clause.by)) return placed
    const when: When = { kind: 'band', to: { ...clause.by, inclusive: false } }
    return { ...placed, clause: { kind: 'award', when, award: { kind: 'rate' } } }
  })

const isReached = (clause: Clause, { value, unit }: { readonly value: string; readonly unit?: string }): boolean =>
  clause.kind === 'award' &&
  clause.when.kind === 'band' &&
  clause.when.to === undefined &&
  clause.when.from?.value === value &&
  clause.when.from.unit === unit
