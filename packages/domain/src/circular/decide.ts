import { authorOf } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type { CircularCommand, CircularContext, CircularErrorCode, CircularResult } from './commands.ts'
import { type Circular, type CircularContent, type CircularStep, type Receiver, unsigned } from './model.ts'
import { circularWorkflow, unitSigners } from './transitions.ts'

type Move = Result<Partial<Circular>, DomainError<CircularErrorCode>>

/** 起草. What is missing is asked for when it goes to be signed off. */
export const beginCircular = (content: CircularContent, context: CircularContext): CircularResult => {
  if (content.title === '') return refuse('circular.titleMissing', { at: 'content.title' })
  const { actor, now } = context
  const id = context.newId()
  const next: Circular = {
    id,
    unitId: actor.unitId,
    state: 'draft',
    content,
    standing: { receivers: [], signed: [] },
    steps: [{ command: 'begin', by: authorOf(actor), at: now, words: '' }],
  }
  return ok({ next, events: [{ type: 'circularBegun', circularId: id }] })
}

/** The one way a circular changes. Signing is the receivers'; all else is the office's and the head's. */
export const decideCircular = (
  circular: Circular,
  command: CircularCommand,
  context: CircularContext,
): CircularResult => {
  const { actor } = context
  const row = permit(circularWorkflow, circular.state, command.kind, actor.post)
  if (!row.ok) return row
  if (command.kind !== 'sign' && actor.unitId !== circular.unitId) return refuse('circular.otherUnit')
  const moved = move(circular, command, context)
  if (!moved.ok) return moved
  const [first, ...rest] = circular.steps
  const words = 'reason' in command ? command.reason : ''
  const step: CircularStep = { command: command.kind, by: authorOf(actor), at: context.now, words }
  const next: Circular = { ...circular, ...moved.value, steps: [first, ...rest, step] }
  return ok({ next, events: [{ type: 'circularMoved', circularId: circular.id, command }] })
}

const move = (circular: Circular, command: CircularCommand, context: CircularContext): Move => {
  switch (command.kind) {
    case 'edit':
      return command.content.title === ''
        ? refuse('circular.titleMissing', { at: 'content.title' })
        : ok({ content: command.content })
    case 'propose': {
      const complete = checkContent(circular.content, context)
      return complete.ok ? ok({ state: 'toIssue' }) : complete
    }
    case 'issue':
      return issue(circular, command, context)
    case 'return':
      return command.reason ? ok({ state: 'draft' }) : refuse('circular.reasonMissing', { at: 'reason' })
    case 'discard':
      return command.reason ? ok({ state: 'discarded' }) : refuse('circular.reasonMissing', { at: 'reason' })
    case 'sign': {
      const receiver = circular.standing.receivers.find(({ key }) => key === command.key)
      if (!receiver || !maySign(receiver, context.actor)) return refuse('circular.notReceiver')
      return sign(circular, { key: command.key }, context)
    }
    case 'registerReceipt':
      return circular.standing.receivers.some(({ key }) => key === command.key)
        ? sign(circular, { key: command.key, scanDigest: command.scanDigest }, context)
        : refuse('circular.notReceiver')
    case 'urge':
      return urge(circular, context)
    case 'withdraw':
      return command.reason ? ok({ state: 'withdrawn' }) : refuse('circular.reasonMissing', { at: 'reason' })
  }
}

/** A unit by any of its receiving posts, everybody else in person. */
export const maySign = (
  { key, unitId, personId }: Receiver,
  actor: Pick<CircularContext['actor'], 'personId' | 'unitId' | 'post'>,
): boolean =>
  key.startsWith('unit:')
    ? actor.unitId === unitId && (unitSigners as readonly string[]).includes(actor.post)
    : actor.personId === personId

const checkContent = (
  { title, body, topic, source, meetingId, signBy }: CircularContent,
  { today, receivers, vacant, meetingDecided }: CircularContext,
): Result<null, DomainError<CircularErrorCode>> => {
  if (title === '') return refuse('circular.titleMissing')
  if (body === '') return refuse('circular.bodyMissing')
  if ((topic === 'superior' || topic === 'instruction') && source === '') return refuse('circular.sourceMissing')
  if (topic === 'decision' && meetingId === undefined) return refuse('circular.meetingMissing')
  if (meetingId !== undefined && !meetingDecided) return refuse('circular.meetingUnknown')
  const [nobody] = vacant
  if (nobody !== undefined) return refuse('circular.nobodyThere', { params: { place: nobody } })
  if (receivers.length === 0) return refuse('circular.receiversMissing')
  return signBy !== '' && signBy < today ? refuse('circular.signByPast') : ok(null)
}

const hands = (steps: readonly CircularStep[]): readonly string[] =>
  steps.filter(({ command }) => ['begin', 'edit', 'propose'].includes(command)).map(({ by }) => by.personId)

/** By another than who wrote or proposed it last; whom it addresses is fixed by this. */
const issue = (
  circular: Circular,
  { on, documentNumber, scanDigest }: Extract<CircularCommand, { kind: 'issue' }>,
  context: CircularContext,
): Move => {
  const { actor, today } = context
  const complete = checkContent(circular.content, context)
  if (!complete.ok) return complete
  if (hands(circular.steps).at(-1) === actor.personId) return refuse('circular.samePerson')
  if (actor.post !== 'steeringHead' && actor.post !== 'officeDirector' && scanDigest === undefined) {
    return refuse('circular.scanMissing', { at: 'scanDigest' })
  }
  if (on > today) return refuse('circular.inFuture', { at: 'on' })
  const briefing = circular.content.kind === 'briefing'
  if (!briefing && documentNumber === '') return refuse('circular.numberMissing', { at: 'documentNumber' })
  return ok({
    state: 'issued',
    standing: {
      issued: {
        ...(briefing ? { issue: context.nextIssue } : { documentNumber }),
        on,
        letterhead: context.letterhead,
        by: authorOf(actor),
        ...(scanDigest !== undefined && { scanDigest }),
      },
      receivers: context.receivers,
      signed: [],
    },
  })
}

const sign = (
  { standing }: Circular,
  given: { readonly key: string; readonly scanDigest?: string },
  { actor, now }: CircularContext,
): Move =>
  standing.signed.some(({ key }) => key === given.key)
    ? refuse('circular.alreadySigned')
    : ok({ standing: { ...standing, signed: [...standing.signed, { ...given, by: authorOf(actor), at: now }] } })

/** 催签收: those who have not signed are told, once a day at most. */
const urge = (circular: Circular, { today }: CircularContext): Move => {
  if (unsigned(circular).length === 0) return refuse('circular.allSigned')
  const { standing } = circular
  return standing.urgedOn === today ? refuse('circular.urgedToday') : ok({ standing: { ...standing, urgedOn: today } })
}
