import { compare, div, exact, sub, sum, whole } from '../../kernel/exact.ts'
import type { Method } from '../method.ts'
import { scored, show } from '../trace.ts'

/** M29: the mean of marks that several people gave, each out of the item's full marks. */
export const meanMethod: Method<'mean'> = {
  kind: 'mean',
  inputs: ({ name }) => [{ name, kind: 'group', role: 'actual', part: 'entries', unit: '分' }],
  open: () => [],

  *compute(rule, given) {
    const marks = given.group(rule.name).toSorted(compare)
    const trim = Number(exact(rule.trim).n)
    const kept = marks.slice(trim, marks.length - trim)
    if (kept.length === 0) return { kind: 'error', code: 'rule.tooFewMarks', at: rule.name }
    const total = sum(kept)
    const points = div(total, whole(kept.length))
    const clause = meanMethod.say(rule)
    return scored(given, [{ code: 'loss.scores', clause, points: sub(given.fullMark, points) }], {
      code: 'mean',
      clause,
      inputs: marks.map((mark) => ({ name: rule.name, value: show(mark) })),
      arithmetic: `${show(total)} ÷ ${kept.length} = ${show(points)}`,
    })
  },

  say: ({ name, trim }) =>
    trim === '0' ? `取${name}的平均值` : `去掉${trim}个最高分和${trim}个最低分后取${name}的平均值`,

  begins: ['mean'],
  read([first]) {
    if (first?.clause.kind !== 'mean') return undefined
    const { name, trim } = first.clause
    return { rule: { kind: 'mean', name, trim }, used: 1 }
  },

  lint: () => [],
}
