import { authorOf } from '../kernel/command-context.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import type {
  PeopleProposalCommand,
  PeopleProposalContext,
  PeopleProposalRefusal,
  PeopleProposalResult,
} from './commands.ts'
import type { LineFault } from './judge.ts'
import { mostLines, openLines, type PeopleLine, type PeopleProposal, type PeopleProposalStep } from './model.ts'
import { peopleProposalWorkflow } from './transitions.ts'

type Of<K extends PeopleProposalCommand['kind']> = Extract<PeopleProposalCommand, { readonly kind: K }>
type Move = Result<Partial<PeopleProposal>, PeopleProposalRefusal>

export const beginPeopleProposal = (note: string, { actor, now, newId }: PeopleProposalContext): PeopleProposal => ({
  id: newId(),
  unitId: actor.unitId,
  state: 'draft',
  content: { note, lines: [] },
  standing: { outcomes: {}, returns: {} },
  steps: [{ command: 'begin', by: authorOf(actor), at: now, words: '' }],
})

/** The one way a proposal changes; lines are written by its unit, decided by the security administrator of any body. */
export const decidePeopleProposal = (
  proposal: PeopleProposal,
  command: PeopleProposalCommand,
  context: PeopleProposalContext,
): PeopleProposalResult => {
  const { actor, now } = context
  const row = permit(peopleProposalWorkflow, proposal.state, command.kind, actor.post)
  if (!row.ok) return row
  if (command.kind !== 'decide' && actor.unitId !== proposal.unitId) return refuse('peopleProposal.otherUnit')
  const moved = move(proposal, command, context)
  if (!moved.ok) return moved
  const words = command.kind === 'withdraw' ? command.reason : ''
  const [first, ...rest] = proposal.steps
  const step: PeopleProposalStep = { command: command.kind, by: authorOf(actor), at: now, words }
  const next: PeopleProposal = { ...proposal, ...moved.value, steps: [first, ...rest, step] }
  return ok({ next, events: [{ type: 'peopleProposalMoved', peopleProposalId: proposal.id, command }] })
}

const move = (proposal: PeopleProposal, command: PeopleProposalCommand, context: PeopleProposalContext): Move => {
  switch (command.kind) {
    case 'write':
      return write(proposal, command, context)
    case 'drop':
      return drop(proposal, command)
    case 'submit':
      return submit(proposal, context)
    case 'decide':
      return decide(proposal, command, context)
    case 'withdraw':
      return command.reason ? ok({ state: 'withdrawn' }) : refuse('peopleProposal.reasonMissing', { at: 'reason' })
  }
}

/** What was approved is done; only what is open or came back may still be worded. */
const isApproved = ({ standing }: PeopleProposal, lineId: string): boolean =>
  standing.outcomes[lineId]?.outcome === 'approved'

const workedOn = (proposal: PeopleProposal): readonly PeopleLine[] =>
  proposal.content.lines.filter(({ id }) => !isApproved(proposal, id))

/** The fault itself, at its field. */
const refused = ({ column, error }: LineFault): Move =>
  refuse(error.code, { at: column, ...(error.params && { params: error.params }) })

const write = (proposal: PeopleProposal, { lines }: Of<'write'>, { judge }: PeopleProposalContext): Move => {
  const decided = lines.find(({ id }) => isApproved(proposal, id))
  if (decided) return refuse('peopleProposal.lineDecided')
  const written = new Map(lines.map((line) => [line.id, line]))
  const kept = proposal.content.lines.map((line) => written.get(line.id) ?? line)
  const added = lines.filter(({ id }) => !proposal.content.lines.some((line) => line.id === id))
  const next: PeopleProposal = { ...proposal, content: { ...proposal.content, lines: [...kept, ...added] } }
  if (next.content.lines.length > mostLines) {
    return refuse('peopleProposal.tooMany', { params: { limit: String(mostLines) } })
  }
  const fault = judge(workedOn(next)).find(({ lineId }) => written.has(lineId))
  return fault ? refused(fault) : ok({ content: next.content })
}

const drop = (proposal: PeopleProposal, { lineId }: Of<'drop'>): Move => {
  const { content, standing } = proposal
  if (!content.lines.some(({ id }) => id === lineId)) return refuse('peopleProposal.lineUnknown')
  if (isApproved(proposal, lineId)) return refuse('peopleProposal.lineDecided')
  const { [lineId]: _, ...outcomes } = standing.outcomes
  const { [lineId]: __, ...returns } = standing.returns
  const next: PeopleProposal = {
    ...proposal,
    content: { ...content, lines: content.lines.filter(({ id }) => id !== lineId) },
    standing: { ...standing, outcomes, returns },
  }
  // The last one that came back is given up: what remains was approved.
  const isDone = proposal.state === 'returned' && workedOn(next).length === 0
  return ok({ content: next.content, standing: next.standing, ...(isDone && { state: 'decided' as const }) })
}

/** All that is not approved goes on, without a fault; which line has one is said. */
const submit = (proposal: PeopleProposal, { judge, today }: PeopleProposalContext): Move => {
  const going = workedOn(proposal)
  if (going.length === 0) return refuse('peopleProposal.empty')
  const fault = judge(going)[0]
  if (fault) return refuse('peopleProposal.lineFault', { params: placeOf(proposal, fault) })
  const { standing } = proposal
  const approved = Object.entries(standing.outcomes).filter(([, { outcome }]) => outcome === 'approved')
  return ok({
    state: 'submitted',
    standing: { ...standing, submittedOn: today, outcomes: Object.fromEntries(approved) },
  })
}

/** Number and name of the line; what is wrong stands beside it on the page. */
const placeOf = ({ content }: PeopleProposal, { lineId }: LineFault): Record<string, string> => {
  const at = content.lines.findIndex(({ id }) => id === lineId)
  return { number: String(at + 1), name: content.lines[at]?.name ?? '' }
}

/** As many lines at once as the administrator has looked at; what is approved must still hold in the order of the lines. */
const decide = (proposal: PeopleProposal, { decisions }: Of<'decide'>, context: PeopleProposalContext): Move => {
  const { actor, judge, today } = context
  const open = openLines(proposal)
  if (decisions.length === 0) return refuse('peopleProposal.empty')
  if (decisions.some(({ lineId }) => !open.some(({ id }) => id === lineId))) {
    return refuse('peopleProposal.lineUnknown', { at: 'decisions' })
  }
  if (decisions.some(({ outcome, reason }) => outcome === 'returned' && reason === '')) {
    return refuse('peopleProposal.reasonMissing', { at: 'decisions' })
  }
  const given = new Map(decisions.map((one) => [one.lineId, one]))
  const fault = judge(open.filter(({ id }) => given.get(id)?.outcome === 'approved'))[0]
  if (fault) return refuse('peopleProposal.lineFault', { params: placeOf(proposal, fault) })
  const { standing } = proposal
  const outcomes = { ...standing.outcomes }
  const returns = { ...standing.returns }
  for (const { lineId, outcome, reason } of given.values()) {
    outcomes[lineId] = { outcome, reason, by: authorOf(actor), on: today }
    if (outcome === 'returned') returns[lineId] = reason
    else delete returns[lineId]
  }
  const left = open.some(({ id }) => !given.has(id))
  const back = Object.values(outcomes).some(({ outcome }) => outcome === 'returned')
  return ok({
    state: left ? 'submitted' : back ? 'returned' : 'decided',
    standing: { ...standing, outcomes, returns },
  })
}
