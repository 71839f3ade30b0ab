import type { Basis } from '../kernel/basis.ts'
import { ok, type Result } from '../kernel/result.ts'
import { methodOf, methodsBeginning } from './methods.ts'
import type { Answer, Rule, StoredRule } from './model.ts'
import { assemble } from './reading/assemble.ts'
import { scan } from './reading/scan.ts'
import { type Span, sourceOf } from './reading/source.ts'
import type { Note } from './say.ts'

/** `unreadable`: no phrase of the language; `outOfPlace`: a phrase of it that does not belong to this rule. */
export interface NotUnderstood extends Span {
  readonly code: 'rule.unreadable' | 'rule.outOfPlace' | 'rule.empty' | 'rule.tooLong'
  /** The words, verbatim. */
  readonly text: string
}

/** Every word of the text is in `rule`, in `answers` or in `notUnderstood`; the rule is complete when the last is empty. */
export interface Parsed {
  readonly rule?: Rule
  readonly answers: readonly Answer[]
  readonly notUnderstood: readonly NotUnderstood[]
}

const maxRuleLength = 2000
const methods = { beginning: methodsBeginning, of: methodOf }

/**
 * Reads the official sentence of one scoring rule. What the sentence itself says of an open question (目标值为零的，…) becomes an
 * answer that rests on these words; `notes` are the 口径 lines that somebody has answered, with their basis.
 */
export function parse(text: string, notes: readonly Note[] = []): Parsed {
  const source = sourceOf(text)
  let points: readonly string[] | undefined
  const words = ({ start, end }: Span): string => {
    points ??= [...text]
    return points.slice(start, end).join('')
  }
  const not = (code: NotUnderstood['code'], span: Span): NotUnderstood => ({
    code,
    start: span.start,
    end: span.end,
    text: words(span),
  })
  if (source.length > maxRuleLength)
    return { answers: [], notUnderstood: [not('rule.tooLong', { start: maxRuleLength, end: source.length })] }
  const { clauses, notUnderstood, misnumbered } = scan(source)
  const rest = clauses.filter(({ clause, span }) => clause.kind !== 'answer' && !misnumbered.includes(span))
  const { rule, left } = assemble(rest, methods)
  const stated = clauses.flatMap(({ clause, span }) =>
    clause.kind === 'answer' ? [answer(clause, { kind: 'clause', article: '评分标准', text: words(span) })] : [],
  )
  const noted = notes.map((note) => readNote(note))
  const problems = [
    ...notUnderstood.map((span) => not('rule.unreadable', span)),
    ...[...left.map(({ span }) => span), ...misnumbered].map((span) => not('rule.outOfPlace', span)),
    ...noted.flatMap((read, i) =>
      read ? [] : [{ code: 'rule.unreadable' as const, start: 0, end: 0, text: notes[i]?.text ?? '' }],
    ),
  ].sort((a, b) => a.start - b.start)
  if (clauses.length === 0 && problems.length === 0) problems.push(not('rule.empty', { start: 0, end: source.length }))
  return {
    ...(rule && { rule }),
    answers: [...stated, ...noted.filter((read) => read !== undefined)],
    notUnderstood: problems,
  }
}

/** The rule to store, when every word of the text is understood. */
export function readRule(
  text: string,
  notes: readonly Note[] = [],
): Result<StoredRule, { readonly code: 'rule.notUnderstood'; readonly notUnderstood: readonly NotUnderstood[] }> {
  const { rule, answers, notUnderstood } = parse(text, notes)
  if (rule === undefined || notUnderstood.length > 0)
    return { ok: false, error: { code: 'rule.notUnderstood', notUnderstood } }
  return ok({ v: 1, text, rule, answers })
}

const answer = (
  { question, choice }: { readonly question: string; readonly choice: string },
  basis: Basis,
): Answer => ({ question, choice, basis })

function readNote({ text, basis }: Note): Answer | undefined {
  const { clauses, notUnderstood } = scan(sourceOf(text))
  const [only, more] = clauses
  if (only?.clause.kind !== 'answer' || more !== undefined || notUnderstood.length > 0) return undefined
  return answer(only.clause, basis)
}
