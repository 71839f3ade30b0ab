import { carriedBand } from './banded-count.ts'
import { atStart, type Count } from './carried-clause.ts'
import type { Clause } from './clause.ts'
import type { Placed } from './scan.ts'

/** What a clause leaves to its neighbours: the level in whose place another stands, the conditions of which one is lacking. */

/** The counts that 省级0.3分 or 省级加0.5分 carry on, the level put in place of the first one's. */
export function carriedOn(clauses: readonly Placed[]): readonly Placed[] {
  let from: Count | undefined
  let sized: Count | undefined
  return clauses.map((placed) => {
    const { clause } = placed
    const next = from && levelOf(clause, from)
    if (from && next) return { ...placed, clause: atLevel(from, next) }
    const classed = sized && carriedBand(clause, sized)
    if (classed) return { ...placed, clause: classed }
    sized = clause.kind === 'count' ? clause : sized
    from = clause.kind === 'count' && atStart.test(clause.counted.name ?? '') ? clause : undefined
    return placed
  })
}

function levelOf(clause: Clause, { effect }: Count): { readonly name: string; readonly points: string } | undefined {
  if (clause.kind === 'carried') return { name: clause.level, points: clause.points }
  if (clause.kind !== 'credits' || clause.subject !== undefined || clause.levels.length > 1) return undefined
  return clause.effect === effect ? clause.levels[0] : undefined
}

const atLevel = (count: Count, { name, points }: { readonly name: string; readonly points: string }): Count => ({
  kind: 'count',
  counted: { ...count.counted, name: (count.counted.name ?? '').replace(atStart, (_, lead = '') => `${lead}${name}`) },
  effect: count.effect,
  points,
})

const between = /、|并且?|以及/u
const plainName = /^(?!.*[均都])[\p{L}]{2,30}$/u

/** 听取汇报、部署推进并现场督导的得满分，缺少任一环节不得分: the second clause tells that the first names several conditions. */
export function eachCondition(clauses: readonly Placed[]): readonly Placed[] {
  return clauses.map((placed, i) => {
    const { clause } = placed
    if (clause.kind !== 'award') return placed
    const names = namesOf(clauses[i - 1]?.clause)
    if (clause.when.kind === 'lacksOne')
      return names ? { ...placed, clause: { ...clause, when: { kind: 'else' } } } : placed
    const next = clauses[i + 1]?.clause
    const own = next?.kind === 'award' && next.when.kind === 'lacksOne' ? namesOf(clause) : undefined
    if (own === undefined) return placed
    const conditions = own.map((each) => ({ name: each, met: true }))
    return { ...placed, clause: { ...clause, when: { kind: 'all', conditions } } }
  })
}

function namesOf(clause: Clause | undefined): readonly string[] | undefined {
  if (clause?.kind !== 'award' || clause.when.kind !== 'fact') return undefined
  const names = clause.when.name.split(between)
  return names.length > 1 && names.every((each) => plainName.test(each)) ? names : undefined
}
