import { authorOf } from '../kernel/command-context.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { CreditContext } from './commands.ts'
import type { CreditEntry, CreditObjection } from './model.ts'
import type { Move, Of } from './review.ts'

/** 陈述申辩 of the unit concerned; empty words are 无异议. */
export const giveStatement = (entry: CreditEntry, command: Of<'giveStatement'>, { actor }: CreditContext): Move => {
  if (actor.unitId !== entry.unitId) return refuse('credit.otherUnit')
  const statement = { words: command.words, files: command.files, by: authorOf(actor) }
  return ok({ state: 'toReview', standing: { ...entry.standing, statement } })
}

/** 公示 to every appraised unit, from today or later, for no fewer working days than the plan wants. */
export const show = (entry: CreditEntry, { from, until }: Of<'show'>, context: CreditContext): Move => {
  if (context.actor.unitId !== context.officeUnitId) return refuse('credit.otherUnit')
  if (from < context.today || until < from) return refuse('credit.untilPast', { at: 'until' })
  const least = context.leastUntil?.(from)
  if (least !== undefined && until < least) {
    return refuse('credit.publicityShort', { at: 'until', params: { until: least } })
  }
  return ok({ state: 'shown', standing: { ...entry.standing, shown: { from, until } } })
}

/** 公示异议, by any appraised unit while the entry is shown. */
export const object = (entry: CreditEntry, { words }: Of<'object'>, context: CreditContext): Move => {
  const { standing } = entry
  const { actor, today } = context
  if (!context.foreseen.appraised.includes(actor.unitId)) return refuse('credit.otherUnit')
  if (!standing.shown || today < standing.shown.from || today > standing.shown.until) {
    return refuse('credit.publicityOver')
  }
  if (!words) return refuse('credit.reasonMissing', { at: 'words' })
  const objection: CreditObjection = {
    id: context.newId(),
    unitId: actor.unitId,
    words,
    by: authorOf(actor),
    at: context.now,
  }
  return ok({ state: 'shown', standing: { ...standing, objections: [...standing.objections, objection] } })
}

/** Upheld, the entry is reviewed again; dismissed, the reason stands beside the objection. */
export const answerObjection = (
  entry: CreditEntry,
  { objectionId, upheld, reason }: Of<'answerObjection'>,
  { actor, officeUnitId, now }: CreditContext,
): Move => {
  if (actor.unitId !== officeUnitId) return refuse('credit.otherUnit')
  if (!entry.standing.objections.some(({ id, answer }) => id === objectionId && !answer)) {
    return refuse('credit.noObjection', { at: 'objectionId' })
  }
  if (!reason) return refuse('credit.reasonMissing', { at: 'reason' })
  const answer = { upheld, reason, by: authorOf(actor), at: now }
  const objections = entry.standing.objections.map((one) => (one.id === objectionId ? { ...one, answer } : one))
  if (!upheld) return ok({ state: 'shown', standing: { ...entry.standing, objections } })
  const { review: _, shown: __, ...kept } = entry.standing
  return ok({ state: 'toReview', standing: { ...kept, objections } })
}

export const openObjections = ({ standing }: Pick<CreditEntry, 'standing'>): readonly CreditObjection[] =>
  standing.objections.filter(({ answer }) => answer === undefined)
