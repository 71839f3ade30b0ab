import { sub, sum } from '../../kernel/exact.ts'
import { awarded } from '../amounts.ts'
import type { Computed, Method } from '../method.ts'
import type { MethodOf } from '../method-of.ts'
import type { GatedRule } from '../model.ts'
import type { TraceNode } from '../outcome.ts'
import { sayAward } from '../phrases.ts'
import { node, scored, show } from '../trace.ts'

/** M34, M35: a fact that decides the item whatever its rule gives; the first that holds decides. A wider veto leaves the points alone. */
export const gatedMethod = (methodOf: MethodOf): Method<'gated'> => ({
  kind: 'gated',
  inputs: ({ rule, gates }) => [
    ...methodOf(rule).inputs(rule),
    ...gates.map(({ when }) => ({
      name: when,
      kind: 'fact' as const,
      role: 'actual' as const,
      adverse: true as const,
    })),
  ],
  open: ({ rule }, fullMark) => methodOf(rule).open(rule, fullMark),

  *compute({ rule, gates }, given) {
    const inner: Computed = yield* methodOf(rule).compute(rule, given)
    if (inner.kind !== 'points') return inner
    const before = sub(given.fullMark, sum(inner.losses.map(({ points }) => points)))
    const held = gates.filter(({ when }) => given.met(when))
    const vetoes: readonly TraceNode[] = held
      .filter(({ effect }) => effect.kind === 'veto')
      .map((gate) => node({ code: 'gatedVeto', clause: sayGate(gate), arithmetic: '是', value: before }))
    const deciding = held.find(({ effect }) => effect.kind !== 'veto')
    if (deciding === undefined || deciding.effect.kind === 'veto')
      return { ...inner, node: { ...inner.node, children: [...inner.node.children, ...vetoes] } }
    const points = awarded(deciding.effect, given.fullMark)
    const clause = sayGate(deciding)
    return scored(given, [...inner.losses, { code: 'loss.gate', clause, points: sub(before, points) }], {
      code: 'gated',
      clause,
      inputs: [{ name: deciding.when, value: '是' }],
      arithmetic: `${show(before)} → ${show(points)}`,
      children: [inner.node, ...vetoes],
    })
  },

  say: ({ rule, gates }) => [methodOf(rule).say(rule), ...gates.map(sayGate)].filter((said) => said !== '').join('。'),
  lint: ({ rule }, fullMark) => methodOf(rule).lint(rule, fullMark),
})

const sayGate = ({ when, effect }: GatedRule['gates'][number]): string =>
  `有“${when}”情形的，${effect.kind === 'veto' ? effect.scope : `该项${sayAward(effect)}`}`
