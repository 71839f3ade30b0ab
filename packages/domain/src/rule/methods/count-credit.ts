import { equal, exact, mul, sub } from '../../kernel/exact.ts'
import { ceilingPoints, exceeds } from '../amounts.ts'
import { notice } from '../findings.ts'
import { held } from '../limits.ts'
import type { Method } from '../method.ts'
import { stepsIn } from '../partial.ts'
import { countedName, joined, sayCeiling, sayCounted, sayPartial } from '../phrases.ts'
import { readCount } from '../reading/read-counts.ts'
import { scored, show } from '../trace.ts'
import { countInput, lintPer, partialOpen } from './counting.ts'

/** M17: so much from zero for each one done, up to the ceiling. */
export const countCreditMethod: Method<'countCredit'> = {
  kind: 'countCredit',
  inputs: ({ counted }) => [countInput(counted)],
  open: ({ counted, ceiling, partial }) => [
    ...(ceiling ? [] : (['ceiling'] as const)),
    ...partialOpen(counted, partial),
  ],

  *compute(rule, given) {
    const { counted, points } = rule
    const { fullMark } = given
    if (lintPer(counted).length > 0) return { kind: 'error', code: 'rule.stepSize', at: 'counted.per' }
    const n = given.number(countedName(counted))
    const count = yield* stepsIn(n, exact(counted.per), rule.partial)
    const raw = mul(exact(points), count)
    const earned = yield* held(raw, rule.ceiling, fullMark)
    const clause = countCreditMethod.say(rule)
    const product = `${points} × ${show(count)} = ${show(raw)}`
    return scored(given, [{ code: 'loss.credit', clause, points: sub(fullMark, earned) }], {
      code: 'countCredit',
      clause,
      inputs: [{ name: countedName(counted), value: show(n) }],
      arithmetic: equal(raw, earned) ? product : `${product} → ${show(earned)}`,
    })
  },

  say: ({ counted, points, ceiling, partial }) =>
    joined(
      `${sayCounted(counted)}得${points}分`,
      ceiling && sayCeiling(ceiling),
      partial && sayPartial(partial, { value: counted.per, unit: counted.unit }),
    ),

  begins: ['award', 'count', 'side'],
  read(clauses) {
    const taken = readCount(clauses, 'credit')
    if (taken === undefined) return undefined
    const { counted, points, ceiling, partial, used } = taken
    return {
      rule: { kind: 'countCredit', counted, points, ...(ceiling && { ceiling }), ...(partial && { partial }) },
      used,
    }
  },

  lint({ counted, ceiling }, fullMark) {
    const most = fullMark && ceiling && ceilingPoints(ceiling, fullMark)
    if (!fullMark || !most || equal(most, fullMark)) return lintPer(counted)
    const code = exceeds(most, fullMark) ? 'rule.aboveFullMark' : 'rule.fullMarkUnreachable'
    return [...lintPer(counted), notice(code, 'ceiling', { points: show(most) })]
  },
}
