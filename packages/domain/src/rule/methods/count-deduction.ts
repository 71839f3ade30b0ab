import { exact, min, mul } from '../../kernel/exact.ts'
import { exceeds } from '../amounts.ts'
import { ask, type Method } from '../method.ts'
import { stepsIn } from '../partial.ts'
import { countedName, joined, sayCounted, sayDeductionLimit, sayPartial } from '../phrases.ts'
import { readCount } from '../reading/read-counts.ts'
import { scored, show } from '../trace.ts'
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
    const { counted, points, limit } = rule
    const n = given.number(countedName(counted))
    const count = yield* stepsIn(n, exact(counted.per), rule.partial)
    const raw = mul(exact(points), count)
    const over = exceeds(raw, given.fullMark)
    const held = limit?.kind ?? (over ? yield* ask('deductionLimit') : 'unlimited')
    const most = limit?.kind === 'points' ? exact(limit.points) : held === 'untilZero' ? given.fullMark : raw
    const lost = min(raw, most)
    const clause = countDeductionMethod.say(rule)
    return scored(given, [{ code: 'loss.count', clause, points: lost }], {
      code: 'countDeduction',
      clause,
      inputs: [{ name: countedName(counted), value: show(n) }],
      arithmetic: `${show(given.fullMark)} - ${points} × ${show(count)}${over || lost !== raw ? ` → ${show(given.fullMark)} - ${show(lost)}` : ''}`,
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
