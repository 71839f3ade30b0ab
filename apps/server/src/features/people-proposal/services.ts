import type * as contract from '@quanheng/contract/people-proposal'
import type { BodyOf } from '@quanheng/contract/route'
import { normaliseCode, normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { beginPeopleProposal } from '@quanheng/domain/people-proposal/decide'
import type { PeopleLine } from '@quanheng/domain/people-proposal/model'
import { commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { type OnPosts, watchPosts } from '../organisation/index.ts'
import { actOnProposal, decideOnProposal } from './act-on-proposal.ts'
import { carryOut } from './carry-out.ts'
import { proposalKeeper } from './store.ts'

const trimmed = (text: string): string => normaliseText(text).trim()

export const begin: CommandHandler<typeof contract.beginPeopleProposal> = async ({ body, ...asked }) => {
  const post = asked.posts.find(({ unitId }) => unitId === body.unitId)
  if (!post) return refuse('platform.notFound')
  const unit = await asked.tx
    .selectFrom('unit')
    .select('state')
    .where('id', '=', body.unitId)
    .forShare()
    .executeTakeFirstOrThrow()
  if (unit.state === 'closed') return refuse('unit.closed')
  const context = { ...commandContext(asked, post), judge: () => [] }
  const saved = await proposalKeeper.insert(asked.tx, beginPeopleProposal(trimmed(body.note), context))
  return ok({
    post,
    events: [{ type: 'peopleProposalBegun', peopleProposalId: saved.row.id }],
    changes: [proposalKeeper.change(null, saved)],
    reply: { peopleProposalId: saved.row.id },
  })
}

/** As it is stored: only what its kind needs, in the form in which names are compared. */
const lineOf = (lineId: string, body: BodyOf<typeof contract.writePeopleLine>): PeopleLine => {
  const { kind } = body
  const isNew = kind === 'joining'
  const ends = kind === 'ended' || kind === 'leaving'
  const { post } = body
  return {
    id: lineId,
    kind,
    login: normaliseName(body.login),
    name: normaliseName(body.name),
    phone: isNew && body.phone !== null ? normaliseCode(body.phone) || null : null,
    mail: isNew && body.mail !== null ? normaliseCode(body.mail) || null : null,
    heldPostId: kind === 'changed' || kind === 'ended' ? body.heldPostId : null,
    post: ends || post === null ? null : { ...post, title: post.title && normaliseName(post.title) },
    lastDay: ends ? body.lastDay : null,
  }
}

export const write: CommandHandler<typeof contract.writePeopleLine> = (asked) =>
  actOnProposal(asked, async ({ model }) => {
    const { lineId } = asked.body
    if (lineId !== null && !model.content.lines.some(({ id }) => id === lineId)) {
      return refuse('peopleProposal.lineUnknown')
    }
    return ok({ kind: 'write', lines: [lineOf(lineId ?? asked.context.newId(), asked.body)] })
  })

export const drop: CommandHandler<typeof contract.dropPeopleLine> = (asked) =>
  actOnProposal(asked, async () => ok({ kind: 'drop', lineId: asked.body.lineId }))

export const submit: CommandHandler<typeof contract.submitPeopleProposal> = (asked) =>
  actOnProposal(asked, async () => ok({ kind: 'submit' }))

export const withdraw: CommandHandler<typeof contract.withdrawPeopleProposal> = (asked) =>
  actOnProposal(asked, async () => ok({ kind: 'withdraw', reason: trimmed(asked.body.reason) }))

/** Decides lines and carries out what was approved, all or none; a chain that opens across accounts refuses it as by hand. */
export const decideWith =
  (watching: readonly OnPosts[]): CommandHandler<typeof contract.decidePeopleProposal> =>
  async (asked) => {
    const { tx, context, body } = asked
    const decisions = body.decisions.map(({ reason, ...one }) => ({ ...one, reason: trimmed(reason) }))
    const decided = await decideOnProposal(asked, async () => ok({ kind: 'decide', decisions }))
    if (!decided.ok) return decided
    const { post, before, after, events } = decided.value
    const { unitId, content } = after.model
    const unit = await tx
      .selectFrom('unit')
      .select('state')
      .where('id', '=', unitId)
      .forShare()
      .executeTakeFirstOrThrow()
    const approved = new Set(decisions.flatMap(({ lineId, outcome }) => (outcome === 'approved' ? [lineId] : [])))
    if (unit.state === 'closed' && approved.size > 0) return refuse('unit.closed')
    const watched = await watchPosts(approved.size > 0 ? watching : [], tx, context.today)
    const lines = content.lines.filter(({ id }) => approved.has(id))
    const done = await carryOut({ tx, context, unitId }, lines)
    if (!done.ok) return done
    const kept = await watched()
    if (!kept.ok) return kept
    return ok({
      post,
      events: [...events, ...done.value.events],
      changes: [proposalKeeper.change(before, after), ...done.value.changes],
      reply: { version: after.row.version },
    })
  }
