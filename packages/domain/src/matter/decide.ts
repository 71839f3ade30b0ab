import { authorOf } from '../kernel/command-context.ts'
import { ok, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type { MatterCommand, MatterContext, MatterResult } from './commands.ts'
import type { ImportantMatter, MatterContent, MatterStep } from './model.ts'
import { answer, closeRound, giveOpinion, seek } from './round.ts'
import { matterWorkflow } from './transitions.ts'
import { askedAs, type Move, versioned } from './version.ts'

export const beginMatter = (content: MatterContent, context: MatterContext): MatterResult => {
  if (content.title === '') return refuse('matter.titleMissing', { at: 'content.title' })
  const { actor, now } = context
  const id = context.newId()
  const next: ImportantMatter = {
    id,
    unitId: actor.unitId,
    state: 'draft',
    content,
    standing: { versions: [], opinions: [], answers: [] },
    steps: [{ command: 'begin', by: authorOf(actor), at: now, words: '' }],
  }
  return ok({ next, events: [{ type: 'matterBegun', matterId: id }] })
}

/** The one way a matter changes. Opinions are the members'; the decision is the head's; the rest is the office's. */
export const decideMatter = (matter: ImportantMatter, command: MatterCommand, context: MatterContext): MatterResult => {
  const { actor } = context
  const row = permit(matterWorkflow, matter.state, command.kind, actor.post)
  if (!row.ok) return row
  if (command.kind !== 'giveOpinion' && actor.unitId !== matter.unitId) return refuse('matter.otherUnit')
  const moved = move(matter, command, context)
  if (!moved.ok) return moved
  const [first, ...rest] = matter.steps
  const words = 'reason' in command ? command.reason : command.kind === 'approve' ? command.words : ''
  const step: MatterStep = { command: command.kind, by: authorOf(actor), at: context.now, words }
  const next: ImportantMatter = { ...matter, ...moved.value, steps: [first, ...rest, step] }
  return ok({ next, events: [{ type: 'matterMoved', matterId: matter.id, command }] })
}

const move = (matter: ImportantMatter, command: MatterCommand, context: MatterContext): Move => {
  switch (command.kind) {
    case 'edit':
    case 'revise':
      return command.content.title === ''
        ? refuse('matter.titleMissing', { at: 'content.title' })
        : ok({ content: command.content })
    case 'seek':
      return seek(matter, command, context)
    case 'giveOpinion':
      return giveOpinion(matter, command, context)
    case 'close':
      return closeRound(matter, context)
    case 'answer':
      return answer(matter, command)
    case 'proposeDirect': {
      if (!command.reason) return refuse('matter.reasonMissing', { at: 'reason' })
      const { reason, tellMembers } = command
      const direct = { reason, tellMembers, on: context.today }
      return goUp({ ...matter, standing: { ...matter.standing, direct } }, context)
    }
    case 'propose':
      return propose(matter, context)
    case 'approve':
      return approve(matter, command, context)
    case 'return':
      if (!command.reason) return refuse('matter.reasonMissing', { at: 'reason' })
      if (!byHead(command, context)) return refuse('matter.scanMissing', { at: 'scanDigest' })
      return ok({ state: matter.standing.round ? 'revising' : 'draft' })
    case 'cancel':
      return command.reason ? ok({ state: 'cancelled' }) : refuse('matter.reasonMissing', { at: 'reason' })
  }
}

/** On screen by the head, or as the head wrote it, with the scan. */
const byHead = ({ scanDigest }: { readonly scanDigest?: string }, { actor }: MatterContext): boolean =>
  actor.post === 'steeringHead' || scanDigest !== undefined

const goUp = (matter: ImportantMatter, context: MatterContext): Move =>
  matter.content.body === ''
    ? refuse('matter.bodyMissing')
    : ok({ state: 'toApprove', standing: { ...matter.standing, versions: versioned(matter, context) } })

/** What asks for something is answered, and what was accepted has changed the text. */
const propose = (matter: ImportantMatter, context: MatterContext): Move => {
  const { opinions, answers, versions, round } = matter.standing
  const open = opinions.find(
    ({ seatKey, stance, words }) =>
      (stance !== 'agree' || words !== '') && !answers.some((one) => one.seatKey === seatKey),
  )
  if (open) {
    const seat = round?.asked.find(({ key }) => key === open.seatKey)
    return refuse('matter.unanswered', { params: { member: `${seat?.unitName ?? ''}${seat?.personName ?? ''}` } })
  }
  const [sent] = versions
  const isChanged = sent?.body !== matter.content.body || sent.title !== matter.content.title
  if (!isChanged && answers.some(({ outcome }) => outcome !== 'declined')) return refuse('matter.notRevised')
  return goUp(matter, context)
}

const approve = (
  { standing }: ImportantMatter,
  command: Extract<MatterCommand, { kind: 'approve' }>,
  context: MatterContext,
): Move => {
  const { words, on, scanDigest } = command
  if (!byHead(command, context)) return refuse('matter.scanMissing', { at: 'scanDigest' })
  if (on > context.today) return refuse('matter.inFuture', { at: 'on' })
  const told = standing.direct?.tellMembers ? context.seats.map(askedAs) : []
  const approval = {
    words,
    on,
    by: authorOf(context.actor),
    ...(scanDigest !== undefined && { scanDigest }),
    told,
  }
  return ok({ state: 'approved', standing: { ...standing, approval } })
}
