import { add, div, exact, mul, sign, sub, sum, zero } from '../../kernel/exact.ts'
import { percentOf } from '../amounts.ts'
import type { Method } from '../method.ts'
import type { VotesRule } from '../model.ts'
import { scored, show } from '../trace.ts'

const votesOf = (level: string): string => `${level}票数`

/** M27: votes weighted by level, over the votes that count. */
export const votesMethod: Method<'votes'> = {
  kind: 'votes',
  inputs: ({ levels, excluded = [] }) =>
    [...levels.map(({ name }) => name), ...excluded].map((name) => ({
      name: votesOf(name),
      kind: 'count',
      role: 'actual',
      part: 'votes',
      unit: '票',
    })),
  open: () => [],

  *compute(rule, given) {
    const counts = rule.levels.map(({ name, percent }) => ({ name, percent, n: given.number(votesOf(name)) }))
    const total = sum(counts.map(({ n }) => n))
    if (sign(total) === 0) return { kind: 'error', code: 'rule.noVotes', at: votesOf(rule.levels[0]?.name ?? '') }
    const weighted = counts.reduce((whole, { percent, n }) => add(whole, mul(exact(percent), n)), zero)
    const percent = div(weighted, total)
    const points = percentOf(given.fullMark, percent)
    const clause = votesMethod.say(rule)
    return scored(given, [{ code: 'loss.votes', clause, points: sub(given.fullMark, points) }], {
      code: 'votes',
      clause,
      inputs: counts.map(({ name, n }) => ({ name: votesOf(name), value: show(n) })),
      arithmetic: `${show(given.fullMark)} × ${show(weighted)}% ÷ ${show(total)} = ${show(points)}`,
    })
  },

  say: ({ levels, excluded = [] }) =>
    [
      `按票数加权得分，${levels.map(({ name, percent }) => `${name}按${percent}%`).join('、')}计`,
      ...(excluded.length > 0 ? [`${excluded.join('、')}不计入总票数`] : []),
    ].join('，'),

  begins: ['voteWeights', 'votes'],
  read(clauses) {
    const [start, weights, left] = clauses.map(({ clause }) => clause)
    const offset = start?.kind === 'votes' ? 1 : 0
    const levels = offset === 1 ? weights : start
    if (levels?.kind !== 'voteWeights') return undefined
    const last = offset === 1 ? left : weights
    const rule: VotesRule = { kind: 'votes', levels: levels.levels }
    return last?.kind === 'voteExcluded'
      ? { rule: { ...rule, excluded: last.names }, used: offset + 2 }
      : { rule, used: offset + 1 }
  },

  lint: () => [],
}
