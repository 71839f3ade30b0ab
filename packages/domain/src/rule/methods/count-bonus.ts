import { equal, exact, mul, neg } from '../../kernel/exact.ts'
import { added } from '../limits.ts'
import type { Method } from '../method.ts'
import { stepsIn } from '../partial.ts'
import { countedName, joined, sayAdditionLimit, sayCounted, sayPartial } from '../phrases.ts'
import { readCount } from '../reading/read-counts.ts'
import { scored, show } from '../trace.ts'
import { countInput, lintPer, partialOpen } from './counting.ts'

/** M15, M17: so much on top for each one. */
export const countBonusMethod: Method<'countBonus'> = {
  kind: 'countBonus',
  inputs: ({ counted }) => [countInput(counted)],
  open: ({ counted, limit, partial }) => [
    ...(limit ? [] : (['additionLimit'] as const)),
    ...partialOpen(counted, partial),
  ],

  *compute(rule, given) {
    const { counted, points } = rule
    if (lintPer(counted).length > 0) return { kind: 'error', code: 'rule.stepSize', at: 'counted.per' }
    const n = given.number(countedName(counted))
    const count = yield* stepsIn(n, exact(counted.per), rule.partial)
    const raw = mul(exact(points), count)
    const gained = yield* added(raw, rule.limit, given)
    const clause = countBonusMethod.say(rule)
    const product = `${points} × ${show(count)} = ${show(raw)}`
    return scored(given, [{ code: 'loss.bonus', clause, points: neg(gained) }], {
      code: 'countBonus',
      clause,
      inputs: [{ name: countedName(counted), value: show(n) }],
      arithmetic: equal(raw, gained) ? product : `${product} → ${show(gained)}`,
    })
  },

  say: ({ counted, points, limit, partial }) =>
    joined(
      `${sayCounted(counted)}加${points}分`,
      limit && sayAdditionLimit(limit),
      partial && sayPartial(partial, { value: counted.per, unit: counted.unit }),
    ),

  read(clauses) {
    const taken = readCount(clauses, 'add')
    if (taken === undefined) return undefined
    const { counted, points, additionLimit, partial, used } = taken
    return {
      rule: {
        kind: 'countBonus',
        counted,
        points,
        ...(additionLimit && { limit: additionLimit }),
        ...(partial && { partial }),
      },
      used,
    }
  },

  lint: ({ counted }) => lintPer(counted),
}
