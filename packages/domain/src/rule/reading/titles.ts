import type { Clause } from './clause.ts'
import type { Placed } from './scan.ts'

/** The clauses that score; a title lends its name to a count or a band that has none: 督查通报：每次扣1分. */
export function withoutTitles(clauses: readonly Placed[]): readonly Placed[] {
  if (!clauses.some(saysNothing)) return clauses
  return clauses.flatMap((placed, i) => {
    if (saysNothing(placed)) return []
    const before = clauses[i - 1]?.clause
    return before?.kind === 'title' ? [{ ...placed, clause: named(placed.clause, before.name) }] : [placed]
  })
}

export const saysNothing = ({ clause }: Placed): boolean => clause.kind === 'title' || clause.kind === 'frame'

/** 巡河完成率：≥100%，100分: a title that is a figure's name. */
const isFigure = /[率比重度]$|占比$|比例$/u

const named = (clause: Clause, name: string): Clause =>
  clause.kind === 'award' &&
  clause.when.kind === 'band' &&
  clause.when.measure === undefined &&
  (isFigure.test(name) || (clause.when.from ?? clause.when.to)?.unit === '分')
    ? { ...clause, when: { ...clause.when, measure: { kind: 'input', name } } }
    : lent(clause, name)

const lent = (clause: Clause, name: string): Clause =>
  clause.kind === 'count' && clause.counted.name === undefined && clause.counted.case === undefined
    ? { ...clause, counted: { ...clause.counted, name } }
    : clause
