import { sub } from '../../kernel/exact.ts'
import { deducted } from '../limits.ts'
import type { Method } from '../method.ts'
import type { Counted } from '../model.ts'
import { barredBy, noneQuestions } from '../none-band.ts'
import { countedName, joined, sayCounted, sayDeductionLimit, sayNone, sayPartial } from '../phrases.ts'
import { readCount } from '../reading/read-counts.ts'
import { readRising } from '../reading/read-rising.ts'
import { node, scored, show } from '../trace.ts'
import { countedPoints, countInput, lintPer, partialOpen } from './counting.ts'

/** M16: so much off full marks for each one found. */
export const countDeductionMethod: Method<'countDeduction'> = {
  kind: 'countDeduction',
  inputs: ({ counted }) => [countInput(counted)],
  open: ({ counted, limit, partial, none }) => [
    ...(limit ? [] : (['deductionLimit'] as const)),
    ...partialOpen(counted, partial),
    ...noneQuestions(none),
  ],

  *compute(rule, given) {
    const name = countedName(rule.counted)
    const value = given.number(name)
    const figure = node({ code: 'input', clause: name, arithmetic: show(value), value, inputs: [] })
    const barred = yield* barredBy(rule.none, { value, node: figure }, given)
    if (barred) return barred
    const counted = yield* countedPoints(rule, given, (raw) => deducted(raw, rule.limit, given.fullMark))
    if (counted.kind === 'error') return counted
    const { inputs, points, arithmetic } = counted
    const clause = countDeductionMethod.say(rule)
    return scored(given, [{ code: 'loss.count', clause, points }], {
      code: 'countDeduction',
      clause,
      inputs,
      arithmetic: `${show(given.fullMark)} - ${show(points)} = ${show(sub(given.fullMark, points))}`,
      children: [node({ code: 'countDeduction.raw', clause, arithmetic, value: points })],
    })
  },

  say: ({ counted, points, first, limit, partial, none }) =>
    joined(
      ...(first ? sayRising(counted, first, points) : [`${sayCounted(counted)}扣${points}分`]),
      limit && sayDeductionLimit(limit),
      partial && sayPartial(partial, { value: counted.per, unit: counted.unit }),
      none && sayNone(none),
    ),

  begins: ['award', 'count', 'nth', 'side'],
  read(clauses) {
    const rising = readRising(clauses)
    if (rising) return rising
    const taken = readCount(clauses, 'deduct')
    if (taken === undefined) return undefined
    const { counted, points, deductionLimit, partial, none, used } = taken
    return {
      rule: {
        kind: 'countDeduction',
        counted,
        points,
        ...(deductionLimit && { limit: deductionLimit }),
        ...(partial && { partial }),
        ...(none && { none }),
      },
      used,
    }
  },

  lint: ({ counted }) => lintPer(counted),
}

const sayRising = ({ name, unit }: Counted, first: readonly string[], points: string): readonly string[] => [
  ...(name === undefined ? [] : [`${name}的`]),
  ...first.map((price, i) => `第${i + 1}${unit}扣${price}分`),
  `第${first.length + 1}${unit}及以后每${unit}扣${points}分`,
]
