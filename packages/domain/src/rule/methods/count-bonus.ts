import { neg } from '../../kernel/exact.ts'
import { added } from '../limits.ts'
import type { Method } from '../method.ts'
import { joined, sayAdditionLimit, sayCounted, sayPartial } from '../phrases.ts'
import { readCount } from '../reading/read-counts.ts'
import { scored } from '../trace.ts'
import { countedPoints, countInput, lintPer, partialOpen } from './counting.ts'

/** M15, M17: so much on top for each one. */
export const countBonusMethod: Method<'countBonus'> = {
  kind: 'countBonus',
  inputs: ({ counted }) => [countInput(counted)],
  open: ({ counted, limit, partial }) => [
    ...(limit ? [] : (['additionLimit'] as const)),
    ...partialOpen(counted, partial),
  ],

  *compute(rule, given) {
    const counted = yield* countedPoints(rule, given, (raw) => added(raw, rule.limit, given))
    if (counted.kind === 'error') return counted
    const { inputs, points, arithmetic } = counted
    const clause = countBonusMethod.say(rule)
    return scored(given, [{ code: 'loss.bonus', clause, points: neg(points) }], {
      code: 'countBonus',
      clause,
      inputs,
      arithmetic,
    })
  },

  say: ({ counted, points, limit, partial }) =>
    joined(
      `${sayCounted(counted)}加${points}分`,
      limit && sayAdditionLimit(limit),
      partial && sayPartial(partial, { value: counted.per, unit: counted.unit }),
    ),

  begins: ['award', 'count', 'side'],
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
