import { authorOf } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type { ReviewCommand, ReviewContext, ReviewRefusal, ReviewResult } from './commands.ts'
import { acceptedChanges, type ReviewContent, type ReviewStep, type YearReview } from './model.ts'
import { reviewWorkflow } from './transitions.ts'

type Of<K extends ReviewCommand['kind']> = Extract<ReviewCommand, { readonly kind: K }>
type Move = Result<Partial<YearReview>, ReviewRefusal>

/** Opens the review of one year plan; all that the plan names are told. */
export const beginReview = (
  { planId, year, content }: Pick<YearReview, 'planId' | 'year'> & { readonly content: ReviewContent },
  context: ReviewContext,
): ReviewResult => {
  const { actor, now, today } = context
  if (content.until < today) return refuse('yearReview.untilPast', { at: 'until' })
  const id = context.newId()
  const next: YearReview = {
    id,
    planId,
    year,
    unitId: actor.unitId,
    state: 'gathering',
    content,
    standing: { entries: [], carried: [] },
    steps: [{ command: 'begin', by: authorOf(actor), at: now, words: '' }],
  }
  return ok({ next, events: [{ type: 'yearReviewBegun', reviewId: id }] })
}

const isOpenToAll = (kind: ReviewCommand['kind']): boolean => kind === 'contribute' || kind === 'drop'

/** The one way a review changes: entries are everybody's, the rest is the office's and the head's. */
export const decideReview = (review: YearReview, command: ReviewCommand, context: ReviewContext): ReviewResult => {
  const { actor, now } = context
  const row = permit(reviewWorkflow, review.state, command.kind, actor.post)
  if (!row.ok) return row
  if (!isOpenToAll(command.kind) && actor.unitId !== review.unitId) return refuse('yearReview.otherUnit')
  const moved = move(review, command, context)
  if (!moved.ok) return moved
  const words = 'reason' in command ? command.reason : command.kind === 'take' ? command.words : ''
  const [first, ...rest] = review.steps
  const step: ReviewStep = { command: command.kind, by: authorOf(actor), at: now, words }
  const next: YearReview = { ...review, ...moved.value, steps: [first, ...rest, step] }
  return ok({ next, events: [{ type: 'yearReviewMoved', reviewId: review.id, command }] })
}

const move = (review: YearReview, command: ReviewCommand, context: ReviewContext): Move => {
  const { content, standing } = review
  switch (command.kind) {
    case 'contribute':
      return contribute(review, command, context)
    case 'drop': {
      const entry = standing.entries.find(({ id }) => id === command.entryId)
      if (entry?.by.unitId !== context.actor.unitId) return refuse('yearReview.entryUnknown')
      return ok({ standing: { ...standing, entries: standing.entries.filter((one) => one !== entry) } })
    }
    case 'close':
      return ok({ state: 'sorting' })
    case 'answer':
      return answer(review, command)
    case 'summarise':
      return ok({ content: { ...content, summary: command.summary } })
    case 'propose': {
      const open = standing.entries.filter((entry) => entry.answer === undefined).length
      if (open > 0) return refuse('yearReview.unanswered', { params: { count: String(open) } })
      return content.summary === '' ? refuse('yearReview.summaryMissing') : ok({ state: 'toTake' })
    }
    case 'take':
      return take(review, command, context)
    case 'return':
      return command.reason ? ok({ state: 'sorting' }) : refuse('yearReview.reasonMissing', { at: 'reason' })
    case 'carry':
      return carry(review, command, context)
    case 'cancel':
      return command.reason ? ok({ state: 'cancelled' }) : refuse('yearReview.reasonMissing', { at: 'reason' })
  }
}

const contribute = ({ content, standing }: YearReview, command: Of<'contribute'>, context: ReviewContext): Move => {
  const { entryKind, nodeKey, text, wanted } = command
  const { actor, nodes, now, today } = context
  if (content.until < today) return refuse('yearReview.over', { params: { day: content.until } })
  if (text === '') return refuse('yearReview.textMissing', { at: 'text' })
  if (entryKind === 'change' && wanted === '') return refuse('yearReview.wantedMissing', { at: 'wanted' })
  const name = nodeKey === '' ? '' : nodes.get(nodeKey)
  if (name === undefined) return refuse('yearReview.nodeUnknown', { at: 'nodeKey' })
  const entry = {
    id: context.newId(),
    kind: entryKind,
    ...(nodeKey !== '' && { node: { key: nodeKey, name } }),
    text,
    ...(entryKind === 'change' && { wanted }),
    by: authorOf(actor),
    at: now,
  }
  return ok({ standing: { ...standing, entries: [...standing.entries, entry] } })
}

/** What is not taken up, or only in part, says why. */
const answer = ({ standing }: YearReview, { answers }: Of<'answer'>): Move => {
  const unknown = answers.find(({ entryId }) => !standing.entries.some(({ id }) => id === entryId))
  if (unknown) return refuse('yearReview.entryUnknown', { at: 'answers' })
  if (answers.some(({ outcome, reason }) => outcome !== 'accepted' && reason === '')) {
    return refuse('yearReview.reasonMissing', { at: 'answers' })
  }
  const entries = standing.entries.map((entry) => {
    const given = answers.find(({ entryId }) => entryId === entry.id)
    return given ? { ...entry, answer: { outcome: given.outcome, reason: given.reason } } : entry
  })
  return ok({ standing: { ...standing, entries } })
}

/** On screen by the head, or as the head wrote it, with the scan. */
const take = ({ standing }: YearReview, { words, on, scanDigest }: Of<'take'>, context: ReviewContext): Move => {
  const { actor, today } = context
  if (actor.post !== 'steeringHead' && scanDigest === undefined) {
    return refuse('yearReview.scanMissing', { at: 'scanDigest' })
  }
  if (on > today) return refuse('yearReview.inFuture', { at: 'on' })
  const taking = { words, on, by: authorOf(actor), ...(scanDigest !== undefined && { scanDigest }) }
  return ok({ state: 'taken', standing: { ...standing, taking } })
}

const carry = (review: YearReview, command: Of<'carry'>, { today }: ReviewContext): Move => {
  const { standing } = review
  const { planId, planVersion, year } = command
  if (acceptedChanges(review).length === 0) return refuse('yearReview.nothingToCarry')
  if (year <= review.year) return refuse('yearReview.notLater', { at: 'planId' })
  if (standing.carried.some((one) => one.planId === planId))
    return refuse('yearReview.carriedAlready', { at: 'planId' })
  return ok({ standing: { ...standing, carried: [...standing.carried, { planId, planVersion, on: today }] } })
}
