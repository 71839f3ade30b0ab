import { div, exact, mul, sign, sub, zero } from '../../kernel/exact.ts'
import { ask, type Method } from '../method.ts'
import type { ToBestRule } from '../model.ts'
import { defaultActual, groupInput } from '../phrases.ts'
import { lineOf } from '../questions.ts'
import type { Clause } from '../reading/clause.ts'
import { groupFigure } from '../reference.ts'
import { operand, scored, settled, show } from '../trace.ts'

/** M10: the best of the group earns full marks, the others their share of it. */
export const toBestMethod: Method<'toBest'> = {
  kind: 'toBest',
  inputs: ({ name }) => [{ name, kind: 'quantity', role: 'actual' }, groupInput(name)],
  open: () => ['groupZero', 'actualNegative'],

  *compute(rule, given) {
    const own = given.number(rule.name)
    const best = groupFigure(rule.best, given.group(groupInput(rule.name).name))
    const [part, whole] = rule.best === 'max' ? [own, best] : [best, own]
    const clause = toBestMethod.say(rule)
    if (sign(whole) <= 0 && !(rule.best === 'max' && sign(best) > 0)) {
      const choice = yield* ask('groupZero')
      return settled(given, choice, lineOf('groupZero', choice) ?? '', 'loss.group')
    }
    const mark = rule.of === undefined ? given.fullMark : exact(rule.of)
    const plain = div(mul(mark, part), whole)
    const points = sign(plain) < 0 && (yield* ask('actualNegative')) === 'none' ? zero : plain
    return scored(given, [{ code: 'loss.group', clause, points: sub(given.fullMark, points) }], {
      code: 'toBest',
      clause,
      inputs: [
        { name: rule.name, value: show(own) },
        { name: rule.best === 'max' ? '本组最高值' : '本组最低值', value: show(best) },
      ],
      arithmetic: `${show(mark)} × ${operand(part)} ÷ ${operand(whole)} = ${show(points)}`,
    })
  },

  say: ({ name, best, of }) =>
    `${name}${best === 'max' ? '最高' : '最低'}的得${of === undefined ? '满分' : `${of}分`}，其余按与${best === 'max' ? '最高值' : '最低值'}的比例得分`,

  read([first, second]) {
    const start = first && bestOf(first.clause)
    if (start === undefined || second?.clause.kind !== 'toBest') return undefined
    const { name, best, of } = start
    if (second.clause.best !== undefined && second.clause.best !== best) return undefined
    return { rule: { kind: 'toBest', name, best, ...(of !== undefined && { of }) }, used: 2 }
  },

  lint: () => [],
}

/** 最高的得满分, or 第1名得满分 where the others follow in proportion. */
function bestOf(clause: Clause): Pick<ToBestRule, 'name' | 'best' | 'of'> | undefined {
  if (clause.kind === 'best') return clause
  if (clause.kind !== 'rank') return undefined
  const [only, more] = clause.bands
  if (!only || more || only.end !== 'first' || only.from !== '1' || only.to !== '1') return undefined
  const name = clause.named ? clause.name : defaultActual
  if (only.award.kind === 'full') return { name, best: 'max' }
  return only.award.kind === 'points' ? { name, best: 'max', of: only.award.points } : undefined
}
