import type { Award, RankStepsRule } from '../model.ts'
import { defaultActual } from '../phrases.ts'
import type { Clause, Taken } from './clause.ts'
import { rankingOf, rankName } from './rank-order.ts'
import type { Placed } from './scan.ts'

/** 第1名得满分，倒数第1名得满分的60%，其余按名次等差计分; the ends may be named by the figure: 增速最高的得100分，最低的得60分. */
export function readEven(clauses: readonly Placed[]): Taken<RankStepsRule> | undefined {
  const { of, skipped } = rankingOf(clauses)
  const [first, last, evenly] = clauses.slice(skipped).map(({ clause }) => clause)
  if (first === undefined || last === undefined || evenly?.kind !== 'evenly') return undefined
  const top = first.kind === 'best' ? bestOf(first) : endOf(first, 'first')
  const bottom = last.kind === 'lowest' ? { award: last.base } : (leastOf(last) ?? endOf(last, 'last'))
  const name = first.kind === 'rank' ? rankName(first, of) : top?.name
  if (top === undefined || bottom === undefined || name === undefined || (first.kind === 'best' && of)) return undefined
  const [from, to] = [top.award, bottom.award]
  if (from.kind !== 'full' && from.kind !== 'points' && from.kind !== 'share') return undefined
  if (to.kind !== 'none' && to.kind !== 'points' && to.kind !== 'share') return undefined
  return { rule: { kind: 'rankSteps', name, first: from, each: { kind: 'even', last: to } }, used: skipped + 3 }
}

interface End {
  readonly award: Award
  readonly name?: string
}

/** What the first or the last place alone earns. */
function endOf(clause: Clause, end: 'first' | 'last'): End | undefined {
  if (clause.kind !== 'rank' || (end === 'last' && clause.named)) return undefined
  const [only, more] = clause.bands
  const alone = only && !more && !only.by && only.end === end && only.from === '1' && only.to === '1'
  return alone ? { award: only.award, name: clause.name } : undefined
}

const bestOf = ({ name, of, best }: Extract<Clause, { readonly kind: 'best' }>): End | undefined =>
  best === 'max'
    ? { award: of === undefined ? { kind: 'full' } : { kind: 'points', points: of }, name: `${name}排名` }
    : undefined

/** 最低的得60分 behind 最高的得100分. */
const leastOf = (clause: Clause): End | undefined =>
  clause.kind === 'best' && clause.best === 'min' && clause.name === defaultActual && clause.of !== undefined
    ? { award: { kind: 'points', points: clause.of } }
    : undefined
