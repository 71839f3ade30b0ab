import { equal, exact, hundred, sub, sum } from '../../kernel/exact.ts'
import { percentOf } from '../amounts.ts'
import { notice } from '../findings.ts'
import type { Method } from '../method.ts'
import type { WeightedMeanRule } from '../model.ts'
import { scored, show } from '../trace.ts'

const scoreOf = (name: string): string => `${name}得分`

/** M28, M30: scores of periods or channels, each out of the item's full marks, by their weights. */
export const weightedMeanMethod: Method<'weightedMean'> = {
  kind: 'weightedMean',
  inputs: ({ scores }) =>
    scores.map(({ name }) => ({ name: scoreOf(name), kind: 'quantity', role: 'actual', part: 'periods', unit: '分' })),
  open: () => [],

  *compute(rule, given) {
    const terms = rule.scores.map(({ name, percent }) => ({ name, percent, score: given.number(scoreOf(name)) }))
    const points = sum(terms.map(({ score, percent }) => percentOf(score, exact(percent))))
    const clause = weightedMeanMethod.say(rule)
    return scored(given, [{ code: 'loss.scores', clause, points: sub(given.fullMark, points) }], {
      code: 'weightedMean',
      clause,
      inputs: terms.map(({ name, score }) => ({ name: scoreOf(name), value: show(score) })),
      arithmetic: `${terms.map(({ score, percent }) => `${show(score)} × ${percent}%`).join(' + ')} = ${show(points)}`,
    })
  },

  say: ({ scores }) => `按权重加总得分，${scores.map(({ name, percent }) => `${name}得分占${percent}%`).join('、')}`,

  begins: ['byWeight', 'weights'],
  read([first, second]) {
    const offset = first?.clause.kind === 'byWeight' ? 1 : 0
    const clause = offset === 1 ? second?.clause : first?.clause
    if (clause?.kind !== 'weights') return undefined
    const again = offset === 0 && second?.clause.kind === 'byWeight' ? 1 : 0
    return { rule: { kind: 'weightedMean', scores: clause.scores }, used: offset + 1 + again }
  },

  lint: (rule) => lintWeights(rule),
}

const lintWeights = ({ scores }: WeightedMeanRule) => {
  const total = sum(scores.map(({ percent }) => exact(percent)))
  return equal(total, hundred) ? [] : [notice('rule.weightsSum', 'scores', { sum: show(total) })]
}
