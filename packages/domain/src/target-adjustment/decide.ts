import { authorOf } from '../kernel/command-context.ts'
import { normaliseCode } from '../kernel/normalise.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import { checkAdjusted, itemWas, leadOf } from './check.ts'
import type {
  AdjustmentCommand,
  AdjustmentContext,
  AdjustmentRefusal,
  AdjustmentRequest,
  AdjustmentResult,
} from './commands.ts'
import { type AdjustmentContent, type AdjustmentStep, isAgreed, type TargetAdjustment } from './model.ts'
import { movedMarks } from './touched.ts'
import { adjustmentWorkflow } from './transitions.ts'

type Of<K extends AdjustmentCommand['kind']> = Extract<AdjustmentCommand, { readonly kind: K }>
type Move = Result<Partial<TargetAdjustment>, AdjustmentRefusal>

/** The day by which the plan takes requests, and that it takes any. */
const inTime = ({ window, today }: AdjustmentContext): Result<null, AdjustmentRefusal> => {
  if (window === 'none') return refuse('targetAdjustment.notForeseen')
  const day = window?.lastDay ?? ''
  return day !== '' && day < today ? refuse('targetAdjustment.tooLate', { params: { day } }) : ok(null)
}

const written = (
  unitId: string,
  request: AdjustmentRequest,
  { plan, hasBonus }: AdjustmentContext,
): Result<{ readonly content: AdjustmentContent; readonly leadUnitId: string }, AdjustmentRefusal> => {
  const checked = checkAdjusted(plan, unitId, request.adjusted, hasBonus)
  if (!checked.ok) return checked
  const leadUnitId = leadOf(plan, request.adjusted)
  if (leadUnitId === undefined) return refuse('targetAdjustment.noLead', { at: 'adjusted.leafKey' })
  return ok({ content: { ...request, was: itemWas(plan, unitId, request.adjusted) }, leadUnitId })
}

/** A request of the actor's unit, to the office of the year plan. */
export const beginAdjustment = (
  { planId, officeUnitId, request }: { planId: string; officeUnitId: string; request: AdjustmentRequest },
  context: AdjustmentContext,
): AdjustmentResult => {
  const { actor, now } = context
  const open = inTime(context)
  if (!open.ok) return open
  const made = written(actor.unitId, request, context)
  if (!made.ok) return made
  const id = context.newId()
  const next: TargetAdjustment = {
    id,
    planId,
    unitId: actor.unitId,
    officeUnitId,
    state: 'draft',
    ...made.value,
    standing: {},
    steps: [{ command: 'begin', by: authorOf(actor), at: now, words: '' }],
  }
  return ok({ next, events: [{ type: 'targetAdjustmentBegun', adjustmentId: id }] })
}

/** The unit in which each command is given; the plan's own unit puts it into its draft, which the plan itself checks. */
const placeOf = (adjustment: TargetAdjustment, kind: AdjustmentCommand['kind']): string | undefined => {
  switch (kind) {
    case 'edit':
    case 'send':
    case 'withdraw':
      return adjustment.unitId
    case 'giveOpinion':
      return adjustment.leadUnitId
    case 'revise':
      return undefined
    default:
      return adjustment.officeUnitId
  }
}

/** The one way an adjustment changes. */
export const decideAdjustment = (
  adjustment: TargetAdjustment,
  command: AdjustmentCommand,
  context: AdjustmentContext,
): AdjustmentResult => {
  const { actor } = context
  const row = permit(adjustmentWorkflow, adjustment.state, command.kind, actor.post)
  if (!row.ok) return row
  const place = placeOf(adjustment, command.kind)
  if (place !== undefined && actor.unitId !== place) return refuse('targetAdjustment.otherUnit')
  const moved = move(adjustment, command, context)
  if (!moved.ok) return moved
  const words = 'reason' in command ? command.reason : 'words' in command ? command.words : ''
  const [first, ...rest] = adjustment.steps
  const step: AdjustmentStep = { command: command.kind, by: authorOf(actor), at: context.now, words }
  const next: TargetAdjustment = { ...adjustment, ...moved.value, steps: [first, ...rest, step] }
  return ok({ next, events: [{ type: 'targetAdjustmentMoved', adjustmentId: adjustment.id, command }] })
}

const move = (adjustment: TargetAdjustment, command: AdjustmentCommand, context: AdjustmentContext): Move => {
  const { standing } = adjustment
  switch (command.kind) {
    case 'edit':
      return written(adjustment.unitId, command.request, context)
    case 'send':
      return send(adjustment, context)
    case 'giveOpinion': {
      const { agreed, words } = command
      if (!agreed && words === '') return refuse('targetAdjustment.wordsMissing', { at: 'words' })
      const opinion = { agreed, words, by: authorOf(context.actor), at: context.now }
      return ok({ state: 'office', standing: { ...standing, opinion } })
    }
    case 'return':
      return command.reason ? ok({ state: 'draft' }) : refuse('targetAdjustment.reasonMissing', { at: 'reason' })
    case 'propose': {
      if (command.words === '') return refuse('targetAdjustment.wordsMissing', { at: 'words' })
      const { plan, touched } = context
      const marks = movedMarks(plan, adjustment.unitId, adjustment.content.adjusted)
      return ok({ state: 'group', standing: { ...standing, proposal: command.words, touched, marks } })
    }
    case 'decide':
      return settle(adjustment, command, context)
    case 'reply':
      return reply(adjustment, command, context)
    case 'revise': {
      if (!isAgreed(adjustment)) return refuse('targetAdjustment.notAgreed')
      const { planVersion } = command
      const revisions = [...(standing.revisions ?? []), { planVersion, on: context.today }]
      return ok({ state: 'revised', standing: { ...standing, revisions } })
    }
    case 'withdraw':
      return command.reason ? ok({ state: 'withdrawn' }) : refuse('targetAdjustment.reasonMissing', { at: 'reason' })
  }
}

/** Complete, in time and still fitting the plan; where the unit leads its own indicator, the office hears nobody else. */
const send = (adjustment: TargetAdjustment, context: AdjustmentContext): Move => {
  const { content, standing, unitId } = adjustment
  const open = inTime(context)
  if (!open.ok) return open
  if (content.reason === '') return refuse('targetAdjustment.reasonMissing', { at: 'reason' })
  if (content.basisDocument === '') return refuse('targetAdjustment.groundMissing', { at: 'basisDocument' })
  if (content.files.length === 0) return refuse('targetAdjustment.filesMissing', { at: 'files' })
  const made = written(unitId, content, context)
  if (!made.ok) return made
  const { opinion: _, opinionDue: __, proposal: ___, touched: ____, marks: _____, ...kept } = standing
  const toLead = made.value.leadUnitId !== unitId
  const { opinionDue } = context
  return ok({
    ...made.value,
    state: toLead ? 'opinion' : 'office',
    standing: { ...kept, sentOn: context.today, ...(toLead && opinionDue !== undefined && { opinionDue }) },
  })
}

/** On screen by the head, as the head wrote it, or as a meeting decided: where the plan says that a meeting does, by nobody else. */
const settle = ({ standing }: TargetAdjustment, command: Of<'decide'>, context: AdjustmentContext): Move => {
  const { actor, window, today } = context
  const { agreed, words, on, scanDigest, meeting } = command
  const byMeeting = window !== undefined && window !== 'none' && window.decidedBy === 'meeting'
  if (byMeeting && meeting === undefined) return refuse('targetAdjustment.byMeeting')
  if (actor.post !== 'steeringHead' && scanDigest === undefined) {
    return refuse('targetAdjustment.scanMissing', { at: 'scanDigest' })
  }
  if (!agreed && words === '') return refuse('targetAdjustment.wordsMissing', { at: 'words' })
  if (on > today) return refuse('targetAdjustment.inFuture', { at: 'on' })
  const decision = {
    agreed,
    words,
    on,
    by: authorOf(actor),
    ...(scanDigest !== undefined && { scanDigest }),
    ...(meeting !== undefined && { meeting }),
  }
  return ok({ state: 'decided', standing: { ...standing, decision } })
}

const reply = ({ standing }: TargetAdjustment, command: Of<'reply'>, { today, plan }: AdjustmentContext): Move => {
  const documentNumber = normaliseCode(command.documentNumber)
  const { on, effectiveOn } = command
  if (documentNumber === '') return refuse('targetAdjustment.numberMissing', { at: 'documentNumber' })
  if (on > today) return refuse('targetAdjustment.inFuture', { at: 'on' })
  const decidedOn = standing.decision?.on ?? on
  if (on < decidedOn) return refuse('targetAdjustment.replyBefore', { at: 'on', params: { day: decidedOn } })
  const [from, to] = [`${plan.year}-01-01`, `${plan.year}-12-31`]
  if (standing.decision?.agreed && (effectiveOn < from || effectiveOn > to)) {
    return refuse('targetAdjustment.effectiveOutside', { at: 'effectiveOn', params: { year: String(plan.year) } })
  }
  return ok({ state: 'replied', standing: { ...standing, reply: { documentNumber, on, effectiveOn } } })
}
