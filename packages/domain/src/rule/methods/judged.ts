import { compare, exact, sub } from '../../kernel/exact.ts'
import { exceeds } from '../amounts.ts'
import { mustResolve, notice } from '../findings.ts'
import type { Method } from '../method.ts'
import { scored, show } from '../trace.ts'

const judgedInput = '评定分值'

/** 人工评定: the points are a datum with author, reason and evidence; the rule holds only the range. */
export const judgedMethod: Method<'judged'> = {
  kind: 'judged',
  inputs: () => [{ name: judgedInput, kind: 'judgement', role: 'actual' }],
  open: () => [],

  // biome-ignore lint/correctness/useYield: a computation that raises no question is still a computation
  *compute(rule, given) {
    const points = given.number(judgedInput)
    const most = rule.to === 'fullMark' ? given.fullMark : exact(rule.to)
    if (compare(points, exact(rule.from)) < 0 || exceeds(points, most))
      return { kind: 'error', code: 'rule.judgementOutOfRange', at: judgedInput }
    const clause = judgedMethod.say(rule)
    return scored(given, [{ code: 'loss.judged', clause, points: sub(given.fullMark, points) }], {
      code: 'judged',
      clause,
      inputs: [{ name: judgedInput, value: show(points) }],
      arithmetic: `${rule.from} ≤ ${show(points)} ≤ ${show(most)}`,
    })
  },

  say: ({ from, to }) => `由评分人在${from}分至${to === 'fullMark' ? '满分' : `${to}分`}之间评定，并说明理由`,

  read([first, second]) {
    if (first?.clause.kind !== 'judged') return undefined
    const { from, to } = first.clause
    return { rule: { kind: 'judged', from, to }, used: second?.clause.kind === 'reason' ? 2 : 1 }
  },

  lint({ from, to }, fullMark) {
    const most = to === 'fullMark' ? fullMark : exact(to)
    if (most === undefined) return []
    if (exceeds(exact(from), most)) return [mustResolve('rule.rangeEmpty')]
    if (fullMark === undefined || compare(most, fullMark) === 0) return []
    const code = exceeds(most, fullMark) ? 'rule.aboveFullMark' : 'rule.fullMarkUnreachable'
    return [notice(code, 'to', { points: show(most) })]
  },
}
