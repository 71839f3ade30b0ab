import { div, mul, sign, sub, sum } from '../../kernel/exact.ts'
import { ask, type Method } from '../method.ts'
import { groupInput } from '../phrases.ts'
import { lineOf } from '../questions.ts'
import { operand, scored, settled, show } from '../trace.ts'

/** M21: the unit's share of the group's sum. */
export const shareMethod: Method<'share'> = {
  kind: 'share',
  inputs: ({ name }) => [{ name, kind: 'quantity', role: 'actual' }, groupInput(name)],
  open: () => ['groupZero'],

  *compute(rule, given) {
    const own = given.number(rule.name)
    const total = sum(given.group(groupInput(rule.name).name))
    const clause = shareMethod.say(rule)
    if (sign(total) <= 0) {
      const choice = yield* ask('groupZero')
      return settled(given, choice, lineOf('groupZero', choice) ?? '', 'loss.group')
    }
    const points = div(mul(given.fullMark, own), total)
    return scored(given, [{ code: 'loss.group', clause, points: sub(given.fullMark, points) }], {
      code: 'share',
      clause,
      inputs: [
        { name: rule.name, value: show(own) },
        { name: '本组合计', value: show(total) },
      ],
      arithmetic: `${show(given.fullMark)} × ${operand(own)} ÷ ${show(total)} = ${show(points)}`,
    })
  },

  say: ({ name }) => `按${name}占本组合计的比重得分`,

  begins: ['share'],
  read([first]) {
    if (first?.clause.kind !== 'share') return undefined
    return { rule: { kind: 'share', name: first.clause.name }, used: 1 }
  },

  lint: () => [],
}
