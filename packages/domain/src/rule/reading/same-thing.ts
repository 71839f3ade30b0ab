import { countedName } from '../phrases.ts'
import type { Count } from './carried-clause.ts'
import type { Placed } from './scan.ts'

/** 每签约1个项目得1分，每落地1个项目得2分: one thing, and what becomes of it tells the counts apart. */
export function apartByDeed(clauses: readonly Placed[]): readonly Placed[] {
  const counts = clauses.flatMap(({ clause }) => (clause.kind === 'count' ? [clause] : []))
  return clauses.map((placed) => {
    const { clause } = placed
    if (clause.kind !== 'count' || clause.counted.name === undefined || clause.counted.verb === '') return placed
    const others = counts.filter((one) => one !== clause && countedName(one.counted) === countedName(clause.counted))
    if (others.length === 0 || others.some(({ counted }) => counted.verb === clause.counted.verb)) return placed
    return { ...placed, clause: byDeed(clause) }
  })
}

const byDeed = (count: Count): Count => ({
  ...count,
  counted: { ...count.counted, verb: '', name: `${count.counted.verb}${count.counted.name ?? ''}` },
})
