import type { Basis } from '@quanheng/domain/kernel/basis'
import type { StoredRule } from '@quanheng/domain/rule/model'
import { z } from 'zod'
import { day, words } from './shapes.ts'

/** Shapes of a stored scoring rule (rule/model.ts). They check form only: whether it says what its sentence says is for `lint`. */

export const basis: z.ZodType<Basis> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('clause'),
    document: words.exactOptional(),
    article: words,
    text: words.exactOptional(),
  }),
  z.object({ kind: z.literal('interpretation'), by: words, on: day, reason: words }),
  z.object({ kind: z.literal('default') }),
])

const exact = z.string().max(60)
const measure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rate'), actual: words, target: words }),
  z.object({ kind: z.literal('input'), name: words }),
])
const amount = { value: exact, unit: words.exactOptional() }
const edge = z.object({ ...amount, inclusive: z.boolean().exactOptional() })
const band = { from: edge.exactOptional(), to: edge.exactOptional() }
const points = z.object({ kind: z.literal('points'), points: exact })
const share = z.object({ kind: z.literal('share'), percent: exact })
const unlimited = z.object({ kind: z.literal('unlimited') })
const fullMark = z.object({ kind: z.literal('fullMark') })

const award = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('full') }),
  z.object({ kind: z.literal('none') }),
  points,
  share,
])
const ceiling = z.discriminatedUnion('kind', [fullMark, points, share, unlimited]).exactOptional()
const deductionLimit = z
  .discriminatedUnion('kind', [z.object({ kind: z.literal('untilZero') }), points, unlimited])
  .exactOptional()
const additionLimit = z.discriminatedUnion('kind', [fullMark, points, unlimited]).exactOptional()
const partial = z.enum(['dropped', 'proRata', 'whole']).exactOptional()
const counted = z.object({ verb: words, per: exact, unit: words, name: words.exactOptional() })
const side = { side: z.enum(['below', 'above']), by: z.object(amount), points: exact }

const condition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fact'), name: words }),
  z.object({ kind: z.literal('band'), measure, ...band }),
  z.object({
    kind: z.literal('meets'),
    actual: words,
    relation: z.enum(['atLeast', 'above', 'atMost', 'below', 'equal']),
    target: words,
  }),
])

const rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ratio'), measure, ceiling }),
  z.object({ kind: z.literal('allOrNothing'), when: condition }),
  z.object({
    kind: z.literal('tiers'),
    measure,
    bands: z.array(z.object({ ...band, award })).max(100),
    otherwise: award.exactOptional(),
  }),
  z.object({
    kind: z.literal('steps'),
    measure,
    reference: z.union([z.object(amount), z.object({ input: words })]),
    steps: z
      .array(
        z.discriminatedUnion('effect', [
          z.object({ ...side, effect: z.literal('deduct'), limit: deductionLimit }),
          z.object({ ...side, effect: z.literal('add'), limit: additionLimit }),
        ]),
      )
      .max(2),
    partial,
  }),
  z.object({ kind: z.literal('countDeduction'), counted, points: exact, limit: deductionLimit, partial }),
  z.object({ kind: z.literal('countCredit'), counted, points: exact, ceiling, partial }),
  z.object({ kind: z.literal('checklist'), entries: z.array(z.object({ name: words, points: exact })).max(100) }),
  z.object({ kind: z.literal('judged'), from: exact, to: exact }),
])

export const storedRule: z.ZodType<StoredRule> = z.object({
  v: z.literal(1),
  text: words,
  rule,
  answers: z.array(z.object({ question: words, choice: words, basis })).max(50),
})
