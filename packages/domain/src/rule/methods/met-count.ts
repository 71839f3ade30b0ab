import { sub } from '../../kernel/exact.ts'
import { awarded } from '../amounts.ts'
import { type Finding, mustResolve } from '../findings.ts'
import type { Method } from '../method.ts'
import type { MetCountRule } from '../model.ts'
import { joined, sayAward } from '../phrases.ts'
import { readMetCount } from '../reading/read-met-count.ts'
import { scored } from '../trace.ts'

const metInput = '达到事项'

const keyOf = (index: number): string => String(index + 1)

/** M18, M19: the award for as many of the requirements as are met. */
export const metCountMethod: Method<'metCount'> = {
  kind: 'metCount',
  inputs: ({ entries }) => [
    {
      name: metInput,
      kind: 'checklist',
      role: 'actual',
      entries: entries.map((name, i) => ({ key: keyOf(i), name })),
    },
  ],
  open: () => [],

  *compute(rule, given) {
    const ticked = given.ticked(metInput)
    const met = String(ticked.size)
    const award = rule.bands.find((band) => band.met === met)?.award ?? rule.otherwise
    if (award === undefined) return { kind: 'error', code: 'rule.tiersGap', at: 'bands' }
    const points = awarded(award, given.fullMark)
    const clause = metCountMethod.say(rule)
    return scored(given, [{ code: 'loss.tier', clause, points: sub(given.fullMark, points) }], {
      code: 'metCount',
      clause,
      inputs: [{ name: metInput, value: [...ticked].sort().join('、') }],
    })
  },

  say: ({ entries, bands, otherwise }) =>
    joined(
      entries.join('、'),
      ...bands.map(({ met, award }) => `${sayMet(met, entries)}的${sayAward(award)}`),
      otherwise && `其余${sayAward(otherwise)}`,
    ),

  begins: ['requirements'],
  read: readMetCount,
  lint: (rule) => lintCounts(rule),
}

const sayMet = (met: string, entries: readonly string[]): string =>
  met === String(entries.length) ? '全部达到' : met === '0' ? '均未达到' : `达到${met}项`

function lintCounts({ entries, bands, otherwise }: MetCountRule): readonly Finding[] {
  const counts = [...entries.map((_, i) => keyOf(i)), '0']
  const named = bands.map(({ met }) => met)
  if (new Set(named).size < named.length) return [mustResolve('rule.tiersOverlap', 'bands')]
  return otherwise || counts.every((met) => named.includes(met)) ? [] : [mustResolve('rule.tiersGap', 'bands')]
}
