import type { listApprovals, showApproval } from '@quanheng/contract/approval'
import type { Refusal } from '@quanheng/contract/errors'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { checkCode } from '@quanheng/domain/signature/check-code'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { AgendaOf } from '../../platform/work/deliberated.ts'
import { heldPosts } from '../organisation/index.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { authorsNamed, decisionsOn, frozenRun, paperOfResult, sectionNames } from '../result/index.ts'
import { mayStandAt } from './act-on-approval.ts'
import { type LoadedApproval, withRecords } from './approval-store.ts'
import { mayOf } from './may.ts'
import {
  authorsOf,
  authorsOfDecisions,
  authorsOfSubmission,
  presentAgenda,
  presentDecision,
  presentHead,
  presentParties,
  presentRecord,
  presentSubmission,
} from './present.ts'
import { approvalIsVisible, approvalsVisibleTo } from './scope.ts'
import { submissionOfApproval } from './submission-store.ts'

type Reply = ReplyOf<typeof showApproval>

export const visibleApproval = async (
  db: Reader,
  actor: Actor,
  id: string,
): Promise<{ readonly loaded: LoadedApproval; readonly plan: IssuedPlan } | undefined> => {
  const row = await db
    .selectFrom('approval')
    .selectAll()
    .where('id', '=', id)
    .where(approvalIsVisible(approvalsVisibleTo(actor), 'approval'))
    .executeTakeFirst()
  const [loaded] = row ? await withRecords(db, [row]) : []
  const plan = loaded && (await issuedPlan(db, loaded.row.plan_id))
  return loaded && plan ? { loaded, plan } : undefined
}

/** Who may have signed the present step by hand: posts that it names, held in the right place, but not whoever sent the paper round. */
const signersOf = async (
  db: Reader,
  { approval }: LoadedApproval,
  plan: IssuedPlan,
  today: string,
): Promise<Reply['signers']> => {
  const named = approval.chain[approval.step]?.posts ?? []
  const held = await heldPosts(db, { unitId: plan.ownerUnitId, on: today })
  return held
    .filter(
      (post) =>
        named.includes(post.kind) && post.personId !== approval.startedBy.personId && mayStandAt(approval, plan, post),
    )
    .map((post) => ({
      postId: post.id,
      person: { name: post.personName, post: post.kind, unitName: post.unitName },
      sectionName: post.sectionName,
    }))
}

/** One paper on its way, with everything done at each step. */
export const show = async (
  db: Reader,
  actor: Actor,
  approvalId: string,
  today: string,
  agendaOf: AgendaOf,
): Promise<Result<Reply, Refusal>> => {
  const found = await visibleApproval(db, actor, approvalId)
  if (found === undefined) return refuse('platform.notFound')
  const { loaded, plan } = found
  const { approval, row } = loaded
  const frozen = await frozenRun(db, row.result_id)
  const paper = await paperOfResult(db, row.result_id)
  if (frozen === undefined || paper === undefined) return refuse('platform.notFound')
  const decisions = await decisionsOn(db, [approval.subject.id])
  const submission = await submissionOfApproval(db, approvalId)
  const named = await authorsNamed(db, [
    ...authorsOf(loaded),
    ...authorsOfDecisions(decisions),
    ...authorsOfSubmission(submission),
  ])
  const sections = await sectionNames(
    db,
    approval.countersigners.map(({ sectionId }) => sectionId),
  )
  const titled = { title: paper.words.letter.title, ownerName: frozen.run.plan.ownerName }
  return ok({
    ...(await presentHead(db, actor, loaded, plan, titled, named, today)),
    version: row.version,
    resultId: row.result_id,
    ownerUnitId: row.owner_unit_id,
    runDigest: approval.subject.digest,
    paperDigest: approval.subject.paperDigest,
    code: checkCode(approval.subject.paperDigest),
    step: approval.step,
    chain: approval.chain.map(({ kind, name, posts }) => ({ kind, name, posts: [...posts] })),
    countersigners: presentParties(loaded, sections),
    records: approval.records.map((record) => presentRecord(record, decisions, frozen.run, named, sections)),
    decisions: decisions
      .filter(({ id }) => !approval.records.some((record) => record.kind === 'decision' && record.decisionId === id))
      .map((decision) => presentDecision(decision, frozen.run, named)),
    returnReason: approval.returnReason ?? null,
    agenda:
      approval.state === 'meeting'
        ? presentAgenda(await agendaOf(db, approval.id, approval.subject.paperDigest))
        : null,
    may: mayOf(actor, loaded, plan, decisions, submission),
    signers: await signersOf(db, loaded, plan, today),
    submission: submission ? presentSubmission(actor, submission, plan, frozen.run, named) : null,
  })
}

/** Papers that this person may see: those that wait for me first, then the latest. */
export const list = async (
  db: Reader,
  actor: Actor,
  query: QueryOf<typeof listApprovals>,
  today: string,
): Promise<ReplyOf<typeof listApprovals>> => {
  let wanted = db
    .selectFrom('approval')
    .selectAll()
    .where(approvalIsVisible(approvalsVisibleTo(actor), 'approval'))
    .orderBy('started_at', 'desc')
    .orderBy('id')
  if (query.state !== undefined) wanted = wanted.where('state', '=', query.state)
  const loaded = await withRecords(db, await wanted.execute())
  const named = await authorsNamed(db, loaded.flatMap(authorsOf))
  const rows: ReplyOf<typeof listApprovals>['rows'] = []
  for (const one of loaded) {
    const plan = await issuedPlan(db, one.row.plan_id)
    const frozen = await frozenRun(db, one.row.result_id)
    const paper = await paperOfResult(db, one.row.result_id)
    if (!plan || !frozen || !paper) continue
    const titled = { title: paper.words.letter.title, ownerName: frozen.run.plan.ownerName }
    rows.push(await presentHead(db, actor, one, plan, titled, named, today))
  }
  const found = rows
    .filter((row) => query.mine === undefined || row.mine === (query.mine === 'true'))
    .toSorted((a, b) => Number(b.mine) - Number(a.mine))
  return { rows: found.slice((query.page - 1) * query.size, query.page * query.size), total: found.length }
}
