import { div, exact, hundred, mul, sign, sub, zero } from '../../kernel/exact.ts'
import { ceilingPoints, exceeds, percentOf } from '../amounts.ts'
import { notice } from '../findings.ts'
import { held } from '../limits.ts'
import { measured, measureInputs, measureQuestions } from '../measured.ts'
import { ask, type Method } from '../method.ts'
import { barredBy, noneQuestions } from '../none-band.ts'
import { joined, sayCeiling, sayMeasure, sayNone } from '../phrases.ts'
import { readRatio } from '../reading/read-ratio.ts'
import { scored, show } from '../trace.ts'

/** M01, M02: full marks × rate. */
export const ratioMethod: Method<'ratio'> = {
  kind: 'ratio',
  inputs: ({ measure }) => measureInputs(measure, '%'),
  open: ({ measure, ceiling, none }) => [
    ...(ceiling ? [] : (['ceiling'] as const)),
    'actualNegative',
    ...noneQuestions(none),
    ...measureQuestions(measure),
  ],

  *compute(rule, given) {
    const rate = yield* measured(rule.measure, given)
    if (rate.kind === 'settled') return rate.computed
    const { fullMark } = given
    const barred = yield* barredBy(rule.none, rate, given)
    if (barred) return barred
    const whole = rule.of === undefined ? fullMark : exact(rule.of)
    const plain = percentOf(whole, rate.value)
    const floored = sign(plain) < 0 && (yield* ask('actualNegative')) === 'none' ? zero : plain
    const points = yield* held(floored, rule.ceiling, fullMark)
    const product = `${show(whole)} × ${show(rate.value)}% = ${show(plain)}`
    return scored(given, [{ code: 'loss.ratio', clause: ratioMethod.say(rule), points: sub(fullMark, points) }], {
      code: 'ratio',
      clause: ratioMethod.say(rule),
      arithmetic: show(plain) === show(points) ? product : `${product} → ${show(points)}`,
      children: [rate.node],
    })
  },

  say: ({ measure, of, ceiling, none }) =>
    joined(
      of === undefined ? `按${sayMeasure(measure)}得分` : `按${sayMeasure(measure)}×${of}分得分`,
      ceiling && sayCeiling(ceiling),
      none && sayNone(none),
    ),

  begins: ['award', 'formula', 'ratio'],
  read: readRatio,

  lint({ ceiling }, fullMark) {
    const most = fullMark && ceiling && ceilingPoints(ceiling, fullMark)
    if (fullMark === undefined || most === undefined) return []
    const code = exceeds(most, fullMark) ? 'rule.aboveFullMark' : 'rule.fullMarkUnreachable'
    return show(most) === show(fullMark) ? [] : [notice(code, 'ceiling', { points: show(most) })]
  },

  bends({ measure, of, ceiling, none }, { fullMark }) {
    if (of !== undefined || none) return undefined
    const most = ceiling ? ceilingPoints(ceiling, fullMark) : fullMark
    return { measure, at: [zero, ...(most && sign(fullMark) > 0 ? [div(mul(most, hundred), fullMark)] : [])] }
  },
}
