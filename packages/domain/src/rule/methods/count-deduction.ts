import { equal, exact, mul, sub } from '../../kernel/exact.ts'
import { deducted } from '../limits.ts'
import type { Method } from '../method.ts'
import { stepsIn } from '../partial.ts'
import { countedName, joined, sayCounted, sayDeductionLimit, sayPartial } from '../phrases.ts'
import { readCount } from '../reading/read-counts.ts'
import { node, scored, show } from '../trace.ts'
import { countInput, lintPer, partialOpen } from './counting.ts'

/** M16: so much off full marks for each one found. */
export const countDeductionMethod: Method<'countDeduction'> = {
  kind: 'countDeduction',
  inputs: ({ counted }) => [countInput(counted)],
  open: ({ counted, limit, partial }) => [
    ...(limit ? [] : (['deductionLimit'] as const)),
    ...partialOpen(counted, partial),
  ],

  *compute(rule, given) {
    const { counted, points } = rule
    if (lintPer(counted).length > 0) return { kind: 'error', code: 'rule.stepSize', at: 'counted.per' }
    const n = given.number(countedName(counted))
    const count = yield* stepsIn(n, exact(counted.per), rule.partial)
    const raw = mul(exact(points), count)
    const lost = yield* deducted(raw, rule.limit, given.fullMark)
    const clause = countDeductionMethod.say(rule)
    const product = `${points} × ${show(count)} = ${show(raw)}`
    return scored(given, [{ code: 'loss.count', clause, points: lost }], {
      code: 'countDeduction',
      clause,
      inputs: [{ name: countedName(counted), value: show(n) }],
      arithmetic: `${show(given.fullMark)} - ${show(lost)} = ${show(sub(given.fullMark, lost))}`,
      children: [
        node({
          code: 'countDeduction.raw',
          clause,
          arithmetic: equal(raw, lost) ? product : `${product} → ${show(lost)}`,
          value: lost,
        }),
      ],
    })
  },

  say: ({ counted, points, limit, partial }) =>
    joined(
      `${sayCounted(counted)}扣${points}分`,
      limit && sayDeductionLimit(limit),
      partial && sayPartial(partial, { value: counted.per, unit: counted.unit }),
    ),

  read(clauses) {
    const taken = readCount(clauses, 'deduct')
    if (taken === undefined) return undefined
    const { counted, points, deductionLimit, partial, used } = taken
    return {
      rule: {
        kind: 'countDeduction',
        counted,
        points,
        ...(deductionLimit && { limit: deductionLimit }),
        ...(partial && { partial }),
      },
      used,
    }
  },

  lint: ({ counted }) => lintPer(counted),
}
