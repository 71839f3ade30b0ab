import type { Refusal } from '@quanheng/contract/errors'
import type {
  acceptFinding,
  checkPlan,
  discardPlan,
  editPlan,
  returnPlan,
  revisePlan,
  withdrawAcceptance,
} from '@quanheng/contract/plan'
import type { BodyOf } from '@quanheng/contract/route'
import { authorOf } from '@quanheng/domain/kernel/command-context'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import type { PlanEvent } from '@quanheng/domain/plan/commands'
import { discard } from '@quanheng/domain/plan/discard'
import type { CarriedFinding } from '@quanheng/domain/plan/findings'
import type { PlanContent } from '@quanheng/domain/plan/model'
import type { Plan } from '@quanheng/domain/plan/plan'
import type { StoredEvent } from '../../platform/database/tables.ts'
import type { Change, CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { recordAcceptances } from './acceptance-store.ts'
import { type Asked, contextOf, type Decided, decideOnPlan, holdPlan, inForce } from './act-on-plan.ts'
import { canonicalPlan } from './canonical.ts'
import { filesSentBy, namesKnown, newlyCited } from './cited.ts'
import { updatePlan } from './store.ts'
import type { PlanRow } from './tables.ts'

export const eventsOf = (events: readonly PlanEvent[]): readonly StoredEvent[] => events.map((event) => ({ ...event }))

/** The row after a decision: its plan is the version worked on. */
export const rowWith = (row: PlanRow, plan: Plan): PlanRow => ({
  ...row,
  state: plan.state === 'superseded' ? 'issued' : plan.state,
  number: plan.version,
  content: plan.content,
  drafter: plan.drafter,
  reason: plan.reason ?? null,
  title: plan.content.title,
  year: plan.content.year,
  version: row.version + 1,
})

export const changeOf = (before: PlanRow, after: PlanRow): Change => ({
  noun: 'plan',
  id: after.id,
  version: after.version,
  before: canonicalPlan(before),
  after: canonicalPlan(after),
})

const save = async (asked: Asked, { row, plan, decision, planContext }: Decided) => {
  // A new version is a new beginning: what was open of a notice was settled or let stand before the last one was issued.
  const after = { ...rowWith(row, decision.next ?? decision.plan), ...(decision.next && { carried: [] }) }
  await updatePlan(asked.tx, after)
  const by = authorOf(planContext.actor)
  const given = await recordAcceptances(asked.tx, plan, decision.plan, asked.context, by)
  return { after, changes: [changeOf(row, after), ...given] }
}

const saved = async (asked: Asked, decided: Decided): Promise<Result<Outcome<{ version: number }>, Refusal>> => {
  const { after, changes } = await save(asked, decided)
  return ok({
    post: decided.post,
    events: eventsOf(decided.decision.events),
    changes,
    reply: { version: after.version },
  })
}

const mergeParts = (content: PlanContent, parts: BodyOf<typeof editPlan>['parts']): PlanContent => {
  const { coordinating, ...rest } = parts
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const { coordinating: old, ...merged } = { ...content, ...given } as PlanContent
  const now = coordinating === undefined ? old : (coordinating ?? undefined)
  return now === undefined ? merged : { ...merged, coordinating: now }
}

export const edit: CommandHandler<typeof editPlan> = async (asked) => {
  const decided = await decideOnPlan(asked, 'edit', (plan) => ({
    kind: 'edit',
    content: mergeParts(plan.content, asked.body.parts),
  }))
  if (!decided.ok) return decided
  const [before, after] = [decided.value.plan.content, decided.value.decision.plan.content]
  const known = await namesKnown(asked.tx, before, after)
  if (!known.ok) return known
  const sent = await filesSentBy(asked.tx, asked.actor.personId, newlyCited(before, after))
  return sent.ok ? saved(asked, decided.value) : sent
}

/**
 * Another content in place of the whole of a draft's.
 * @param contentFor what it becomes, of what it is; refuses what does not fit
 * @param event told beside the edit
 */
export const replaceContent = async (
  asked: Asked,
  contentFor: (current: PlanContent) => Promise<Result<PlanContent, Refusal>>,
  event: StoredEvent,
): Promise<Result<Outcome<{ version: number }>, Refusal>> => {
  const held = await holdPlan(asked, 'edit')
  if (!held.ok) return held
  const content = await contentFor(held.value.plan.content)
  if (!content.ok) return content
  const decided = await decideOnPlan(asked, 'edit', () => ({ kind: 'edit', content: content.value }))
  if (!decided.ok) return decided
  const known = await namesKnown(asked.tx, held.value.plan.content, decided.value.decision.plan.content)
  if (!known.ok) return known
  const done = await saved(asked, decided.value)
  return done.ok ? ok({ ...done.value, events: [...done.value.events, event] }) : done
}

export interface Edited {
  readonly content: PlanContent
  readonly carried: readonly CarriedFinding[]
}

/** An edit that a feature above makes, with what its origin leaves open; decided and checked as what a person types. */
export const editAs = async (asked: Asked, { content, carried }: Edited) => {
  const decided = await decideOnPlan(asked, 'edit', () => ({ kind: 'edit', content }))
  if (!decided.ok) return decided
  const { row, plan, decision, post } = decided.value
  const known = await namesKnown(asked.tx, plan.content, decision.plan.content)
  if (!known.ok) return known
  const after: PlanRow = { ...rowWith(row, decision.plan), carried: [...carried] }
  await updatePlan(asked.tx, after)
  return ok({ post, events: eventsOf(decision.events), change: changeOf(row, after) })
}

export interface Proposed {
  /** Why the next version is opened, where the plan is issued. */
  readonly reason: string
  /** What waits in 方案校核 of the version worked on. */
  readonly carriedFor: (content: PlanContent) => readonly CarriedFinding[]
}

/** What a feature above proposes to a plan: to its draft, or to the next version of an issued one, which is opened by it. */
export const proposeTo = async (asked: Asked, { reason, carriedFor }: Proposed) => {
  const held = await holdPlan(asked, 'edit')
  if (!held.ok) return held
  const decided =
    held.value.row.state === 'issued'
      ? await decideOnPlan(asked, 'revise', () => ({ kind: 'revise', reason }))
      : await decideOnPlan(asked, 'edit', ({ content }) => ({ kind: 'edit', content }))
  if (!decided.ok) return decided
  const { row, decision, post } = decided.value
  const next = decision.next ?? decision.plan
  const before = decision.next ? [] : row.carried
  const after: PlanRow = { ...rowWith(row, next), carried: [...before, ...carriedFor(next.content)] }
  await updatePlan(asked.tx, after)
  return ok({ post, events: eventsOf(decision.events), change: changeOf(row, after), planVersion: next.version })
}

export const accept: CommandHandler<typeof acceptFinding> = async (asked) => {
  const { finding, reason } = asked.body
  const decided = await decideOnPlan(asked, 'accept', () => ({ kind: 'accept', finding, reason }))
  return decided.ok ? saved(asked, decided.value) : decided
}

export const withdraw: CommandHandler<typeof withdrawAcceptance> = async (asked) => {
  const { finding } = asked.body
  const decided = await decideOnPlan(asked, 'withdraw', () => ({ kind: 'withdraw', finding }))
  return decided.ok ? saved(asked, decided.value) : decided
}

export const check: CommandHandler<typeof checkPlan> = async (asked) => {
  const decided = await decideOnPlan(asked, 'check', () => ({ kind: 'check' }))
  return decided.ok ? saved(asked, decided.value) : decided
}

export const sendBack: CommandHandler<typeof returnPlan> = async (asked) => {
  const { reason } = asked.body
  const decided = await decideOnPlan(asked, 'return', () => ({ kind: 'return', reason }))
  return decided.ok ? saved(asked, decided.value) : decided
}

export const revise: CommandHandler<typeof revisePlan> = async (asked) => {
  const { reason } = asked.body
  const decided = await decideOnPlan(asked, 'revise', () => ({ kind: 'revise', reason }))
  if (!decided.ok) return decided
  const { after, changes } = await save(asked, decided.value)
  return ok({
    post: decided.value.post,
    events: eventsOf(decided.value.decision.events),
    changes,
    reply: { version: after.version, number: after.number },
  })
}

export const giveUp: CommandHandler<typeof discardPlan> = async (asked) => {
  const held = await holdPlan(asked, 'edit')
  if (!held.ok) return held
  const { row, plan, post } = held.value
  const context = await contextOf(asked, held.value, 'edit')
  const decided = discard(plan, await inForce(asked.tx, row), asked.body.reason, context)
  if (!decided.ok) return decided
  const { plan: stays, event } = decided.value
  const after: PlanRow = stays === null ? { ...row, state: 'discarded', version: row.version + 1 } : rowWith(row, stays)
  await updatePlan(asked.tx, after)
  return ok({ post, events: [event], changes: [changeOf(row, after)], reply: { version: after.version } })
}
