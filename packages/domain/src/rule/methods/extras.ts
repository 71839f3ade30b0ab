import { exact, neg, sub, sum } from '../../kernel/exact.ts'
import { added } from '../limits.ts'
import type { ExactLoss, Method } from '../method.ts'
import type { ExtrasRule } from '../model.ts'
import { joined, sayAdditionLimit } from '../phrases.ts'
import { readExtras } from '../reading/read-faults.ts'
import { scored } from '../trace.ts'

const extrasInput = '加分事项'

const keyOf = (index: number): string => String(index + 1)

/** M25, M33: so much on top for each fact that holds. */
export const extrasMethod: Method<'extras'> = {
  kind: 'extras',
  inputs: ({ entries }) => [
    {
      name: extrasInput,
      kind: 'checklist',
      role: 'actual',
      entries: entries.map(({ name }, i) => ({ key: keyOf(i), name })),
    },
  ],
  open: ({ limit }) => (limit ? [] : ['additionLimit']),

  *compute(rule, given) {
    const held = given.ticked(extrasInput)
    const losses: ExactLoss[] = rule.entries.flatMap((entry, i) =>
      held.has(keyOf(i)) ? [{ code: 'loss.bonus', clause: sayExtra(entry), points: neg(exact(entry.points)) }] : [],
    )
    const raw = neg(sum(losses.map(({ points }) => points)))
    const gained = yield* added(raw, rule.limit, given)
    const clause = extrasMethod.say(rule)
    losses.push({ code: 'loss.entriesSum', clause, points: sub(raw, gained) })
    return scored(given, losses, {
      code: 'extras',
      clause,
      inputs: [{ name: extrasInput, value: [...held].sort().join('、') }],
    })
  },

  say: ({ entries, limit }) => joined(entries.map(sayExtra).join('；'), limit && sayAdditionLimit(limit)),
  begins: ['award'],
  read: readExtras,
  lint: () => [],
}

const sayExtra = ({ name, points }: ExtrasRule['entries'][number]): string => `${name}的加${points}分`
