import { authorOf } from '../kernel/command-context.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type { SupervisionCommand, SupervisionContext, SupervisionErrorCode, SupervisionResult } from './commands.ts'
import type { Supervision, SupervisionContent, SupervisionStep } from './model.ts'
import { isLadder } from './ticket.ts'
import { supervisionWorkflow } from './transitions.ts'

type Move = Result<Partial<Supervision>, DomainError<SupervisionErrorCode>>

/** 起草. What is missing is asked for when it goes to the head. */
export const beginSupervision = (content: SupervisionContent, context: SupervisionContext): SupervisionResult => {
  const sound = checkDraft(content)
  if (!sound.ok) return sound
  const { actor, now } = context
  const id = context.newId()
  const next: Supervision = {
    id,
    unitId: actor.unitId,
    state: 'draft',
    content,
    standing: {},
    steps: [{ command: 'begin', by: authorOf(actor), at: now, words: '' }],
  }
  return ok({ next, events: [{ type: 'supervisionBegun', supervisionId: id }] })
}

/** The one way an order changes: the head's to give, the office's to prepare, carry out and conclude. */
export const decideSupervision = (
  supervision: Supervision,
  command: SupervisionCommand,
  context: SupervisionContext,
): SupervisionResult => {
  const { actor } = context
  const row = permit(supervisionWorkflow, supervision.state, command.kind, actor.post)
  if (!row.ok) return row
  if (actor.unitId !== supervision.unitId) return refuse('supervision.otherUnit')
  const moved = move(supervision, command, context)
  if (!moved.ok) return moved
  const [first, ...rest] = supervision.steps
  const words = 'reason' in command ? command.reason : 'words' in command ? command.words : ''
  const step: SupervisionStep = { command: command.kind, by: authorOf(actor), at: context.now, words }
  const next: Supervision = { ...supervision, ...moved.value, steps: [first, ...rest, step] }
  return ok({ next, events: [{ type: 'supervisionMoved', supervisionId: supervision.id, command }] })
}

const move = (supervision: Supervision, command: SupervisionCommand, context: SupervisionContext): Move => {
  const { actor, today, openVisits } = context
  const { standing } = supervision
  switch (command.kind) {
    case 'edit': {
      const sound = checkDraft(command.content)
      return sound.ok ? ok({ content: command.content }) : sound
    }
    case 'propose': {
      const whole = checkWhole(supervision.content)
      return whole.ok ? ok({ state: 'toOrder' }) : whole
    }
    case 'order': {
      const { words, on, scanDigest } = command
      if (!byHead(command, context)) return refuse('supervision.scanMissing', { at: 'scanDigest' })
      if (on > today) return refuse('supervision.inFuture', { at: 'on' })
      const order = { words, on, by: authorOf(actor), ...(scanDigest !== undefined && { scanDigest }) }
      return ok({ state: 'underWay', standing: { ...standing, order } })
    }
    case 'return':
      if (!command.reason) return refuse('supervision.reasonMissing', { at: 'reason' })
      if (!byHead(command, context)) return refuse('supervision.scanMissing', { at: 'scanDigest' })
      return ok({ state: 'draft' })
    case 'cancel':
      return command.reason ? ok({ state: 'cancelled' }) : refuse('supervision.reasonMissing', { at: 'reason' })
    case 'conclude': {
      if (openVisits > 0) return refuse('supervision.visitsOpen', { params: { count: String(openVisits) } })
      const { words, circularId } = command
      return ok({
        state: 'concluded',
        standing: {
          ...standing,
          conclusion: { words, on: today, by: authorOf(actor), ...(circularId !== undefined && { circularId }) },
        },
      })
    }
  }
}

/** On screen by the head, or as the head wrote it, with the scan. */
const byHead = ({ scanDigest }: { readonly scanDigest?: string }, { actor }: SupervisionContext): boolean =>
  actor.post === 'steeringHead' || scanDigest !== undefined

const checkDraft = ({
  title,
  from,
  to,
  ladder,
}: SupervisionContent): Result<null, DomainError<SupervisionErrorCode>> => {
  if (title === '') return refuse('supervision.titleMissing', { at: 'content.title' })
  if (from !== '' && to !== '' && to < from) return refuse('supervision.periodReversed', { at: 'content.to' })
  return isLadder(ladder) ? ok(null) : refuse('supervision.ladderWrong', { at: 'content.ladder' })
}

/** The order names what it rests on, whom it visits, on what and when: without a limit there is no order. */
const checkWhole = (content: SupervisionContent): Result<null, DomainError<SupervisionErrorCode>> => {
  const { basis, unitIds, subjects, from, to } = content
  if (basis === '') return refuse('supervision.basisMissing', { at: 'content.basis' })
  if (unitIds.length === 0) return refuse('supervision.unitsMissing', { at: 'content.unitIds' })
  if (subjects.length === 0) return refuse('supervision.subjectsMissing', { at: 'content.subjects' })
  return from === '' || to === '' ? refuse('supervision.periodMissing', { at: 'content.from' }) : ok(null)
}
