import type { PostKind } from '../ability/posts.ts'
import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import type { Remark, RemarkAnswerKind } from './model.ts'

/** Who answers for the plan's owner, the office or a lead unit, under their own name. */
export const remarkAnswerers = [
  'officeDirector',
  'officeStaff',
  'principal',
  'leaderInCharge',
  'sectionHead',
] as const satisfies readonly PostKind[]

export type RemarkErrorCode =
  | 'remark.wordsMissing'
  | 'remark.alreadyAnswered'
  | 'remark.samePerson'
  | 'remark.unanswered'
export type RemarkError = DomainError<RemarkErrorCode>

export type RemarkEvent =
  | { readonly type: 'remarkFiled'; readonly remark: Remark }
  | {
      readonly type: 'remarkAnswered'
      readonly remarkId: string
      readonly kind: RemarkAnswerKind
      readonly words: string
    }

type Outcome = Result<{ readonly next: Remark; readonly events: readonly RemarkEvent[] }, RemarkError>

export const fileRemark = (
  given: Pick<Remark, 'planId' | 'subject' | 'words'>,
  { newId, actor, now }: CommandContext,
): Outcome => {
  if (!given.words) return refuse('remark.wordsMissing', { at: 'words' })
  const next: Remark = { ...given, id: newId(), by: authorOf(actor), at: now, state: 'open' }
  return ok({ next, events: [{ type: 'remarkFiled', remark: next }] })
}

/** Once, in words whichever way it goes, and never by whoever filed it. */
export const answerRemark = (
  remark: Remark,
  { kind, words }: { readonly kind: RemarkAnswerKind; readonly words: string },
  { actor, now }: CommandContext,
): Outcome => {
  if (remark.state === 'answered') return refuse('remark.alreadyAnswered')
  if (remark.by.personId === actor.personId) return refuse('remark.samePerson')
  if (!words) return refuse('remark.wordsMissing', { at: 'words' })
  return ok({
    next: { ...remark, state: 'answered', answer: { kind, words, by: authorOf(actor), at: now } },
    events: [{ type: 'remarkAnswered', remarkId: remark.id, kind, words }],
  })
}
