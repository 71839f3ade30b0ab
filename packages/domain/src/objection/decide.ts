import { authorOf } from '../kernel/command-context.ts'
import { ok, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type {
  DecidedElsewhere,
  ObjectionCommand,
  ObjectionContext,
  ObjectionError,
  ObjectionResult,
} from './commands.ts'
import { answer, confirm, decided, type Move, rescore } from './found.ts'
import type { ObjectedScore, Objection, ObjectionContent, ObjectionStanding, ObjectionStep } from './model.ts'
import { objectionWorkflow } from './transitions.ts'

type Stop = { readonly ok: false; readonly error: ObjectionError }

const begun = (
  score: ObjectedScore,
  content: ObjectionContent,
  state: 'draft' | 'sent',
  standing: ObjectionStanding,
  { actor, now, newId }: ObjectionContext,
): ObjectionResult => {
  const id = newId()
  const step: ObjectionStep = { command: 'begin', by: authorOf(actor), at: now, words: content.reason }
  const next: Objection = { id, score, state, content, standing, steps: [step] }
  return ok({ next, events: [{ type: 'objectionBegun', objectionId: id }] })
}

/** A unit drafts inside the window; what it sends goes by the day of sending. */
export const beginObjection = (
  score: ObjectedScore,
  content: ObjectionContent,
  already: boolean,
  context: ObjectionContext,
): ObjectionResult => {
  if (context.actor.unitId !== score.unitId) return refuse('objection.otherUnit')
  if (already) return refuse('objection.already')
  return outsideWindow(context) ?? begun(score, content, 'draft', {}, context)
}

/** A letter that came to the office: by the day it came, with its scan. The only way where the plan opens no window. */
export const enterObjection = (
  score: ObjectedScore,
  content: ObjectionContent,
  letter: { readonly scanDigest?: string; readonly receivedOn: string },
  already: boolean,
  context: ObjectionContext,
): ObjectionResult => {
  const { scanDigest, receivedOn } = letter
  if (context.actor.unitId !== score.officeUnitId) return refuse('objection.otherUnit')
  if (already) return refuse('objection.already')
  if (content.reason === '') return refuse('objection.reasonMissing', { at: 'content.reason' })
  if (scanDigest === undefined) return refuse('objection.scanMissing', { at: 'scanDigest' })
  if (receivedOn > context.today) return refuse('objection.inFuture', { at: 'receivedOn' })
  if (receivedOn < context.issuedOn) {
    return refuse('objection.receivedEarly', { at: 'receivedOn', params: { issued: context.issuedOn } })
  }
  if (context.until !== null && receivedOn > context.until) {
    return refuse('objection.receivedLate', { at: 'receivedOn', params: { until: context.until } })
  }
  return begun(score, content, 'sent', { letter: { scanDigest, receivedOn } }, context)
}

const outsideWindow = ({ until, today }: ObjectionContext): Stop | undefined => {
  if (until === null) return refuse('objection.noWindow')
  return today > until ? refuse('objection.windowOver', { params: { until } }) : undefined
}

const sides: Readonly<Record<ObjectionCommand['kind'], (score: ObjectedScore) => string>> = {
  edit: ({ unitId }) => unitId,
  send: ({ unitId }) => unitId,
  withdraw: ({ unitId }) => unitId,
  register: ({ officeUnitId }) => officeUnitId,
  decline: ({ officeUnitId }) => officeUnitId,
  answer: ({ scorer }) => scorer.unitId,
  rescore: ({ scorer }) => scorer.unitId,
  decide: ({ officeUnitId }) => officeUnitId,
  confirm: ({ officeUnitId }) => officeUnitId,
  sendBack: ({ officeUnitId }) => officeUnitId,
}

/** The unit that a command is given in. */
export const sideOf = (score: ObjectedScore, command: ObjectionCommand['kind']): string => sides[command](score)

/** The one way an objection changes, apart from a meeting's minutes. */
export const decideObjection = (
  objection: Objection,
  command: ObjectionCommand,
  context: ObjectionContext,
): ObjectionResult => {
  const { actor } = context
  const row = permit(objectionWorkflow, objection.state, command.kind, actor.post)
  if (!row.ok) return row
  if (actor.unitId !== sideOf(objection.score, command.kind)) return refuse('objection.otherUnit')
  const moved = move(objection, command, context)
  return moved.ok ? stepped(objection, command, moved.value, context) : moved
}

const stepped = (
  objection: Objection,
  command: ObjectionCommand,
  moved: Partial<Objection>,
  { actor, now }: ObjectionContext,
): ObjectionResult => {
  const [first, ...rest] = objection.steps
  const words = 'reason' in command ? command.reason : command.kind === 'decide' ? command.words : ''
  const step: ObjectionStep = { command: command.kind, by: authorOf(actor), at: now, words }
  const next: Objection = { ...objection, ...moved, steps: [first, ...rest, step] }
  return ok({ next, events: [{ type: 'objectionMoved', objectionId: objection.id, command }] })
}

const move = (objection: Objection, command: ObjectionCommand, context: ObjectionContext): Move => {
  switch (command.kind) {
    case 'edit':
      return ok({ content: command.content })
    case 'send':
      if (objection.content.reason === '') return refuse('objection.reasonMissing')
      return outsideWindow(context) ?? ok({ state: 'sent' })
    case 'withdraw':
      return command.reason ? ok({ state: 'withdrawn' }) : refuse('objection.reasonMissing', { at: 'reason' })
    case 'register':
      return ok({ state: 'answering', standing: { ...objection.standing, receipt: command.receipt } })
    case 'decline':
      return command.reason ? ok({ state: 'declined' }) : refuse('objection.reasonMissing', { at: 'reason' })
    case 'answer':
      return answer(objection, command, context)
    case 'rescore':
      return rescore(objection, command, context)
    case 'decide': {
      const fault = decided(objection, command, context)
      if (!fault.ok) return fault
      const decision = { ...fault.value, recordedBy: authorOf(context.actor) }
      return ok({ state: 'toConfirm', standing: { ...objection.standing, decision } })
    }
    case 'confirm':
      return confirm(objection, context)
    case 'sendBack': {
      const { decision, ...standing } = objection.standing
      if (decision?.recordedBy.personId === context.actor.personId) return refuse('objection.samePerson')
      return command.reason ? ok({ state: 'toDecide', standing }) : refuse('objection.reasonMissing', { at: 'reason' })
    }
  }
}

/** Decided at a meeting whose minutes two people have entered: nothing is left to confirm here. */
export const decideAtMeeting = (
  objection: Objection,
  { recordedBy, ...given }: DecidedElsewhere,
  context: ObjectionContext,
): ObjectionResult => {
  if (objection.state !== 'toDecide') return refuse('objection.notNow')
  const found = decided(objection, given, context)
  if (!found.ok) return found
  const decision = { ...found.value, recordedBy, confirmedBy: authorOf(context.actor) }
  const moved = { state: given.found.outcome, standing: { ...objection.standing, decision } }
  return stepped(objection, { kind: 'decide', ...given }, moved, context)
}
