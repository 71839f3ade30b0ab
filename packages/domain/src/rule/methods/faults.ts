import { exact, sub, sum } from '../../kernel/exact.ts'
import { deducted } from '../limits.ts'
import type { ExactLoss, Method } from '../method.ts'
import type { FaultsRule } from '../model.ts'
import { joined, sayDeductionLimit } from '../phrases.ts'
import { readFaults } from '../reading/read-faults.ts'
import { scored } from '../trace.ts'

const faultsInput = '扣分事项'

const keyOf = (index: number): string => String(index + 1)

/** M16, M18: full marks less each fault found. */
export const faultsMethod: Method<'faults'> = {
  kind: 'faults',
  inputs: ({ entries }) =>
    entries.length === 0
      ? []
      : [
          {
            name: faultsInput,
            kind: 'checklist',
            role: 'actual',
            adverse: true,
            entries: entries.map(({ name }, i) => ({ key: keyOf(i), name })),
          },
        ],
  open: ({ entries, limit }) => (limit || entries.length === 0 ? [] : ['deductionLimit']),

  *compute(rule, given) {
    // A gate alone has no faults beside it.
    const found = rule.entries.length === 0 ? new Set<string>() : given.ticked(faultsInput)
    const losses: ExactLoss[] = rule.entries.flatMap((entry, i) =>
      found.has(keyOf(i)) ? [{ code: 'loss.fault', clause: sayFault(entry), points: exact(entry.points) }] : [],
    )
    const raw = sum(losses.map(({ points }) => points))
    const lost = yield* deducted(raw, rule.limit, given.fullMark)
    const clause = faultsMethod.say(rule)
    losses.push({ code: 'loss.entriesSum', clause, points: sub(lost, raw) })
    return scored(given, losses, {
      code: 'faults',
      clause,
      inputs: [{ name: faultsInput, value: [...found].sort().join('、') }],
    })
  },

  say: ({ entries, limit }) => joined(entries.map(sayFault).join('；'), limit && sayDeductionLimit(limit)),
  begins: ['award', 'faults'],
  read: readFaults,
  lint: () => [],
}

const sayFault = ({ name, points }: FaultsRule['entries'][number]): string => `${name}的扣${points}分`
