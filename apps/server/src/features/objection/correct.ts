import type { Refusal } from '@quanheng/contract/errors'
import type { Decision } from '@quanheng/domain/decision/model'
import { confirmDecision, recordDecision } from '@quanheng/domain/decision/record'
import type { CommandContext } from '@quanheng/domain/kernel/command-context'
import { equal, exact } from '@quanheng/domain/kernel/exact'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Objection } from '@quanheng/domain/objection/model'
import { computedPoints } from '@quanheng/domain/result/adjustments'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { computedIn, fallApprovals } from '../approval/index.ts'
import { lockIssuedPlan } from '../plan/index.ts'
import {
  decisionChange,
  fallResultsOf,
  frozenRun,
  insertConfirmation,
  insertDecision,
  leadRun,
} from '../result/index.ts'

/** What the rule gives the item today; a figure that moved since was not before who decided. */
const computedNow = async (asked: Asking, { score }: Objection): Promise<string | undefined> => {
  const plan = await lockIssuedPlan(asked.tx, score.planId)
  const run = plan && (await leadRun(asked.tx, plan))
  const leaf = run?.leaves.find(({ itemIds }) => itemIds.includes(score.itemId))
  return leaf && computedPoints(leaf, leaf.itemIds.indexOf(score.itemId))
}

const adjusted = (
  { score, standing: { decision, receipt } }: Objection,
  computed: ReadonlyMap<string, { readonly points: string; readonly fullMark: string }>,
  by: CommandContext,
): Result<Decision, Refusal> => {
  if (decision?.found.outcome !== 'corrected') throw new Error('only a correction adjusts')
  const { body, decidedOn, words, number, scanDigest = '', recordedBy, found } = decision
  const recorded = recordDecision(
    {
      subject: { kind: 'leadReport', id: score.resultId, digest: score.runDigest },
      body,
      decidedOn,
      text: words,
      ...(number !== undefined && { number }),
      outcome: 'approved',
      adjustments: [
        {
          itemId: score.itemId,
          from: computed.get(score.itemId)?.points ?? '',
          to: found.to,
          ground: 'objection',
          reason: `${receipt?.documentNumber ?? ''} ${words}`.trim(),
        },
      ],
      scanDigest,
    },
    { ...by, computed },
  )
  if (!recorded.ok) return recorded
  const confirmed = confirmDecision({ ...recorded.value.next, recordedBy }, by)
  return confirmed.ok ? ok(confirmed.value.next) : confirmed
}

/**
 * A granted correction becomes what a meeting's adjustment is (docs/adr/0073): the next lock carries both figures. The published
 * version is issued and stays; one that was locked since falls.
 */
export const correctScore = async (
  asked: Asking,
  objection: Objection,
  post: HeldPost,
): Promise<Result<readonly Change[], Refusal>> => {
  const { score, standing } = objection
  const published = await frozenRun(asked.tx, score.resultId)
  if (published === undefined) return refuse('platform.notFound')
  const computed = computedIn(published.run)
  const now = await computedNow(asked, objection)
  const then = computed.get(score.itemId)?.points
  if (now === undefined || then === undefined || !equal(exact(now), exact(then))) return refuse('objection.scoreMoved')
  const by = commandContext(asked, post)
  const decision = adjusted(objection, computed, by)
  if (!decision.ok) return decision
  await insertDecision(asked.tx, decision.value, published.row.owner_unit_id)
  await insertConfirmation(asked.tx, decision.value)
  const cause = `异议复核更正：${standing.receipt?.documentNumber ?? ''}`
  const fallen = await fallResultsOf(asked.tx, score.planId, cause, asked.context, by.actor, [fallApprovals])
  return ok([decisionChange(null, decision.value), ...fallen])
}
