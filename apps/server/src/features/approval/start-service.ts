import type { startApproval as contractStart } from '@quanheng/contract/approval'
import type { Party } from '@quanheng/domain/approval/model'
import { startApproval } from '@quanheng/domain/approval/start'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import type { Tx } from '../../platform/database/database.ts'
import { commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { type IssuedPlan, lockIssuedPlan } from '../plan/index.ts'
import { carryingPosts, composePaper, frozenRun, lockResult, paperOfResult } from '../result/index.ts'
import { approvalChange, insertApproval, lockApprovalsOf } from './approval-store.ts'

/**
 * 会签 sections: those the plan makes responsible, without 归口汇总, which has a step of its own. Where it alone scores, it
 * countersigns too: a step that the plan has is never passed over.
 */
const responsibleSections = ({ content, ownerUnitId }: IssuedPlan): readonly string[] => {
  const { coordinating } = content
  const scoring = content.responsibilities.flatMap((row) =>
    row.leadUnitId === ownerUnitId && row.sectionId !== undefined ? [row.sectionId] : [],
  )
  const others = scoring.filter((sectionId) => sectionId !== coordinating?.sectionId)
  return [...new Set(others.length > 0 ? others : scoring)]
}

const sectionsOfUnit = async (tx: Tx, unitId: string, ids: readonly string[]): Promise<boolean> => {
  if (ids.length === 0) return true
  const known = await tx
    .selectFrom('section')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('id', 'in', [...ids])
    .execute()
  return known.length === new Set(ids).size
}

/** Puts the report over a locked version on its way. Its digest is of the words that were shown. */
export const start: CommandHandler<typeof contractStart> = async (asked) => {
  const { tx, posts, params, body, context } = asked
  const frozen = await frozenRun(tx, params.resultId)
  const plan = frozen && (await lockIssuedPlan(tx, frozen.row.plan_id))
  const post = plan ? carryingPosts(posts, plan)[0] : undefined
  if (!frozen || !plan || !post || frozen.result.purpose !== 'leadReport') return refuse('platform.notFound')
  const result = await lockResult(tx, params.resultId)
  const paper = await paperOfResult(tx, params.resultId)
  if (!result || !paper) return refuse('platform.notFound')
  if (result.result.state === 'voided') {
    return refuse('result.notNow', { params: { state: result.result.state, command: 'approve' } })
  }
  const current = await sameVersion(tx, paper, body.paperVersion)
  if (!current.ok) return current
  const others = await lockApprovalsOf(tx, params.resultId)
  if (others.some(({ row }) => row.state !== 'fallen' && row.state !== 'completed')) return refuse('approval.started')
  if (!(await sectionsOfUnit(tx, plan.ownerUnitId, body.moreSections))) return refuse('platform.notFound')
  const sections = [...new Set([...responsibleSections(plan), ...body.moreSections])]
  const started = startApproval(
    {
      planId: plan.planId,
      subject: {
        kind: 'leadReport',
        id: result.row.id,
        digest: result.row.run_digest,
        paperDigest: composePaper(frozen.run, paper).digest,
      },
      chain: plan.content.approvalChain,
      countersigners: sections.map((sectionId): Party => ({ unitId: plan.ownerUnitId, sectionId })),
    },
    commandContext(asked, post),
  )
  if (!started.ok) return started
  const after = await insertApproval(tx, started.value.next, plan.ownerUnitId, context)
  return ok({
    post,
    events: started.value.events,
    changes: [approvalChange(null, after)],
    reply: { approvalId: after.row.id },
  })
}
