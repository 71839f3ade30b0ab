import { type NotUnderstood, parse } from './parse.ts'
import type { Clause } from './reading/clause.ts'
import { scan } from './reading/scan.ts'
import { type Span, sourceOf } from './reading/source.ts'

/** What words of a sentence do in its rule: 计分依据, 条件, 得分, 扣分, 加分, 限额, 口径, 分项. */
export const partRoles = ['measure', 'condition', 'award', 'deduct', 'add', 'limit', 'reading', 'heading'] as const
export type PartRole = (typeof partRoles)[number]

/** A stretch of the text as typed: understood with its role, not understood with its code, or neither (stops, numbering). */
export interface SentencePart extends Span {
  readonly text: string
  readonly role?: PartRole
  readonly fault?: NotUnderstood['code']
}

/** The text taken apart; the parts put together are the text again, to the last code point. */
export function partsOf(text: string): readonly SentencePart[] {
  const points = [...text]
  const { notUnderstood } = parse(text)
  const [tooLong] = notUnderstood.filter(({ code }) => code === 'rule.tooLong')
  const clauses = tooLong ? [] : scan(sourceOf(text)).clauses
  const faults = notUnderstood.filter(({ start, end }) => start < end)
  const inFault = ({ start, end }: Span) => faults.some((fault) => fault.start < end && start < fault.end)
  const marked = [
    ...faults.map(({ start, end, code }) => ({ start, end, fault: code })),
    ...clauses
      .filter(({ span }) => !inFault(span))
      .flatMap(({ clause, span }) => rolesIn(clause, points.slice(span.start, span.end), span.start)),
  ].sort((a, b) => a.start - b.start)
  const parts: SentencePart[] = []
  let at = 0
  const plainUntil = (end: number) => {
    if (at < end) parts.push({ start: at, end, text: points.slice(at, end).join('') })
    at = Math.max(at, end)
  }
  for (const part of marked) {
    if (part.start < at) continue
    plainUntil(part.start)
    parts.push({ ...part, text: points.slice(part.start, part.end).join('') })
    at = part.end
  }
  plainUntil(points.length)
  return parts
}

const number = String.raw`[\p{Nd}.．]+|[一二两三四五六七八九十百半]+`
/** 得8分, 扣满分的5%, 不得分, 得满分: what a clause gives or takes; the words before it say when. */
const effects = new RegExp(
  String.raw`不(?:再)?[得计加扣]分|(?:[得扣加减计记]|奖励|赋)[^\p{Nd}，,；;。、]{0,4}?(?:${number})(?:分|[%％])|(?:得|计|按)?(?:满分|基本分|零分)(?!的)`,
  'gu',
)

/** The words of one clause: effect and condition told apart where the clause has both. */
function rolesIn(clause: Clause, points: readonly string[], from: number): readonly (Span & { role: PartRole })[] {
  const role = roleOf(clause)
  const whole = { start: from, end: from + points.length, role }
  if (!conditional.has(role)) return [whole]
  const text = points.join('')
  const found = [...text.matchAll(effects)].map((match) => {
    const start = from + [...text.slice(0, match.index)].length
    return { start, end: start + [...match[0]].length, role }
  })
  if (found.length === 0) return [whole]
  const starts = [from, ...found.map(({ end }) => end)]
  const conditions = found.flatMap(({ start }, i) => {
    const before = starts[i] ?? start
    return before < start ? [{ start: before, end: start, role: 'condition' as const }] : []
  })
  const last = starts.at(-1) ?? whole.end
  const tail = last < whole.end ? [{ start: last, end: whole.end, role }] : []
  return [...found, ...conditions, ...tail]
}

/** Roles of clauses that say when as well as how much. */
const conditional: ReadonlySet<PartRole> = new Set(['award', 'deduct', 'add'])

function roleOf(clause: Clause): PartRole {
  switch (clause.kind) {
    case 'award':
    case 'entry':
    case 'slope':
    case 'levels':
    case 'base':
    case 'gate':
    case 'judged':
    case 'levelRange':
      return 'award'
    case 'step':
    case 'steps':
      return clause.kind === 'step' && clause.effect === 'add' ? 'add' : 'deduct'
    case 'carried':
      return 'award'
    case 'count':
      return clause.effect === 'credit' ? 'award' : clause.effect
    case 'credits':
      return clause.effect
    case 'faults':
    case 'diminishing':
    case 'rankStep':
    case 'doubled':
      return 'deduct'
    case 'percent':
    case 'total':
      return roleOf(clause.clause)
    case 'side':
      return 'condition'
    case 'deductionLimit':
    case 'additionLimit':
    case 'ceiling':
    case 'changeLimit':
    case 'least':
    case 'noBonus':
      return 'limit'
    case 'answer':
    case 'partial':
    case 'counting':
    case 'places':
    case 'reason':
      return 'reading'
    case 'heading':
      return 'heading'
    default:
      return 'measure'
  }
}
