import { add, type Exact, equal, sub, sum, zero } from '../../kernel/exact.ts'
import { basePoints } from '../amounts.ts'
import type { RuleInput } from '../facts.ts'
import { notice } from '../findings.ts'
import type { Computed, ExactLoss, Given, Method } from '../method.ts'
import type { MethodOf } from '../method-of.ts'
import type { PartsRule } from '../model.ts'
import type { TraceNode } from '../outcome.ts'
import { sayBase } from '../phrases.ts'
import { scored, show } from '../trace.ts'

/** M20, M21: each part out of its own marks. A figure belongs to its part, so its name carries the part's. */
export const partsMethod = (methodOf: MethodOf): Method<'parts'> => ({
  kind: 'parts',
  inputs: (rule) =>
    rule.parts.flatMap((part, i) =>
      methodOf(part.rule)
        .inputs(part.rule)
        .map((input) => inPart(input, partPrefix(rule, i))),
    ),
  open: ({ parts }) => [...new Set(parts.flatMap(({ rule }) => methodOf(rule).open(rule)))],

  *compute(rule, given) {
    const children: TraceNode[] = []
    const losses: ExactLoss[] = []
    let marks = zero
    for (const [i, part] of rule.parts.entries()) {
      const fullMark = basePoints(part.marks, given.fullMark)
      const computed: Computed = yield* methodOf(part.rule).compute(
        part.rule,
        givenTo(given, partPrefix(rule, i), fullMark),
      )
      if (computed.kind !== 'points') return computed
      children.push(computed.node)
      losses.push(...computed.losses)
      marks = add(marks, fullMark)
    }
    const clause = sayParts(rule, methodOf)
    losses.push({ code: 'loss.entriesSum', clause, points: sub(given.fullMark, marks) })
    return scored(given, losses, { code: 'parts', clause, children })
  },

  say: (rule) => sayParts(rule, methodOf),

  lint(rule, fullMark) {
    const total = fullMark && sum(rule.parts.map(({ marks }) => basePoints(marks, fullMark)))
    const differs = total && fullMark && !equal(total, fullMark)
    return [
      ...(differs ? [notice('rule.entriesSum', 'parts', { sum: show(total) })] : []),
      ...rule.parts.flatMap((part, i) =>
        methodOf(part.rule)
          .lint(part.rule, fullMark && basePoints(part.marks, fullMark))
          .map((found) => ({ ...found, at: `parts[${i}].rule${found.at === '' ? '' : `.${found.at}`}` })),
      ),
    ]
  },
})

const sayParts = ({ parts }: PartsRule, methodOf: MethodOf): string =>
  parts.map(({ name = '', marks, rule }) => `${name}（${sayBase(marks)}）：${methodOf(rule).say(rule)}`).join('。')

/** One part alone is the item itself and adds no prefix; a part whose name stands before it already is told apart by its place. */
export function partPrefix({ parts }: PartsRule, i: number): string {
  if (parts.length === 1) return ''
  const place = `第${i + 1}部分`
  const name = parts[i]?.name
  if (name === undefined) return `${place}·`
  return parts.findIndex((part) => part.name === name) < i ? `${name}（${place}）·` : `${name}·`
}

const inPart = (input: RuleInput, prefix: string): RuleInput => ({
  ...input,
  name: prefix + input.name,
  ...(input.of !== undefined && { of: prefix + input.of }),
  ...(input.rate && { rate: { actual: prefix + input.rate.actual, target: prefix + input.rate.target } }),
})

const givenTo = (given: Given, prefix: string, fullMark: Exact): Given => ({
  ...given,
  fullMark,
  number: (name) => given.number(prefix + name),
  met: (name) => given.met(prefix + name),
  group: (name) => given.group(prefix + name),
  ticked: (name) => given.ticked(prefix + name),
})
