import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/evidence'
import { withdrawEvidence } from '@quanheng/domain/evidence/decide'
import { type FiledEvidence, fileEvidence } from '@quanheng/domain/evidence/filed'
import { keepsLabel, labelsFor, relabelEvidence } from '@quanheng/domain/evidence/label'
import { evidenceVersion, isAttached, type SecrecyLabel } from '@quanheng/domain/evidence/model'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import { sql } from 'kysely'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { StoredEvent } from '../../platform/database/tables.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { Change, CommandHandler } from '../../platform/door/outcome.ts'
import { newestScan } from '../../platform/files/custodian.ts'
import { mayProve } from '../../platform/files/unscored.ts'
import { lockIssuedPlan } from '../plan/index.ts'
import { evidenceChange } from './canonical.ts'
import { addingTo, type StandingItem, shownTo, standingOn, standingsOf } from './evidence-scope.ts'
import { evidenceOf, filedOf, filedRows, insertEvidence, insertRelabel, insertWithdrawal } from './evidence-store.ts'
import { type SentFile, uploadsOf } from './uploads.ts'
import { usesLeaf } from './uses-leaf.ts'

/** Whether something above collection rests on a file: a signed row of a score sheet. */
export type EvidenceCited = (db: Reader, evidenceId: string) => Promise<boolean>

/** A closed figure or a release after it cites it, or something above does. */
const isCited = async (tx: Tx, evidenceId: string, cited: readonly EvidenceCited[]): Promise<boolean> => {
  const closed = await tx
    .selectFrom('datum')
    .innerJoin('datum_version', (join) =>
      join.onRef('datum_version.datum_id', '=', 'datum.id').onRef('datum_version.number', '=', 'datum.final_number'),
    )
    .select('datum.id')
    .where(sql<boolean>`datum_version.evidence_ids @> ARRAY[${evidenceId}]::uuid[]`)
    .executeTakeFirst()
  if (closed !== undefined) return true
  const later = await tx
    .selectFrom('evidence')
    .innerJoin('datum', 'datum.id', 'evidence.datum_id')
    .select('datum.id')
    .where('evidence.id', '=', evidenceId)
    .where(sql<boolean>`datum.later_releases @> ${json([{ evidenceIds: [evidenceId] }])}::jsonb`)
    .executeTakeFirst()
  if (later !== undefined) return true
  for (const asks of cited) if (await asks(tx, evidenceId)) return true
  return false
}

interface TakenBack {
  readonly event: StoredEvent
  readonly change: Change
}

const takeBack = async (
  asked: Asking,
  post: HeldPost,
  evidence: FiledEvidence,
  reason: string,
  cited: readonly EvidenceCited[],
): Promise<Result<TakenBack, Refusal>> => {
  // Held first, so that no figure which cites the file can be closed meanwhile.
  await asked.tx
    .selectFrom('datum')
    .select('id')
    .where('plan_id', '=', evidence.planId)
    .where('unit_id', '=', evidence.unitId)
    .where(usesLeaf(evidence.leafKey))
    .orderBy('id')
    .forShare()
    .execute()
  const context = { ...commandContext(asked, post), cited: await isCited(asked.tx, evidence.id, cited) }
  const decided = withdrawEvidence(evidence, normaliseText(reason).trim(), context)
  if (!decided.ok) return fail(decided.error)
  const next = decided.value.next as FiledEvidence
  const { withdrawal } = next
  if (!withdrawal || !(await insertWithdrawal(asked.tx, next.id, withdrawal))) return refuse('evidence.withdrawn')
  return ok({
    event: { type: 'evidenceWithdrawn', evidenceId: next.id, reason },
    change: evidenceChange(evidence, next),
  })
}

/** What the person has just sent, or a file that the same body has put forward before: asked once, used again by reference. */
const fileGiven = async (
  tx: Tx,
  personId: string,
  { unitId }: HeldPost,
  {
    digest,
    label,
    reuses,
  }: { readonly digest: string; readonly label: SecrecyLabel; readonly reuses?: string | undefined },
): Promise<Result<SentFile, Refusal>> => {
  if (reuses === undefined) {
    const sent = await uploadsOf(tx, personId, [digest])
    const file = sent.ok ? sent.value.get(digest) : undefined
    return file ? ok(file) : sent.ok ? refuse('upload.notFound') : sent
  }
  const row = await filedRows(tx).where('evidence.id', '=', reuses).executeTakeFirst()
  const held = row && filedOf(row)
  if (!held || !isAttached(held) || held.attachedBy.unitId !== unitId || held.file.sha256 !== digest) {
    return refuse('evidence.notHeld', { at: 'reuses' })
  }
  if (!keepsLabel(label, held)) return refuse('evidence.labelLowered', { at: 'body.label' })
  return ok({ ...held.file, sm3: held.sm3 })
}

/** Where a file is put forward, and as what. */
export interface Forward {
  readonly planId: string
  readonly leafKey: string
  readonly unitId: string
  readonly requirementKey: string | null
  readonly datumId: string | null
  readonly label: SecrecyLabel
  readonly effectiveOn: string | null
  readonly replaces: string | null
  readonly reuses?: string | undefined
}

interface PutForward {
  readonly evidence: FiledEvidence
  readonly event: StoredEvent
  readonly change: Change
}

/** Puts one sent file forward for an item that the post may add to, beside what is `present`; the plan is held already. */
export const putForward = async (
  asked: Asking,
  { plan, post }: StandingItem,
  { file: sent, present, ...given }: Forward & { readonly file: SentFile; readonly present: readonly FiledEvidence[] },
): Promise<Result<PutForward, Refusal>> => {
  const { tx } = asked
  const { planId, leafKey, unitId } = given
  const proves = await mayProve(tx, [sent.sha256], 'body.digest')
  if (!proves.ok) return proves
  if ((await newestScan(tx, sent.sha256))?.state === 'infected') return refuse('upload.infected')
  if (given.datumId !== null) {
    const datum = await tx
      .selectFrom('datum')
      .select('id')
      .where('id', '=', given.datumId)
      .where('plan_id', '=', planId)
      .where('unit_id', '=', unitId)
      .where(usesLeaf(leafKey))
      .forShare()
      .executeTakeFirst()
    if (datum === undefined) return refuse('platform.notFound')
  }
  const { sm3, ...file } = sent
  const filed = fileEvidence(
    {
      planId,
      leafKey,
      unitId,
      file,
      sm3,
      label: given.label,
      ...(given.requirementKey !== null && { requirementKey: given.requirementKey }),
      ...(given.datumId !== null && { datumId: given.datumId }),
      ...(given.effectiveOn !== null && { effectiveOn: given.effectiveOn }),
      ...(given.replaces !== null && { replaces: given.replaces }),
      ...(given.reuses !== undefined && { reuses: given.reuses }),
    },
    {
      ...commandContext(asked, post),
      list: nodeByKey(plan.content, leafKey)?.scoring?.evidenceList ?? [],
      present,
    },
  )
  if (!filed.ok) return fail(filed.error)
  const evidence = filed.value.next
  await insertEvidence(tx, evidence)
  return ok({
    evidence,
    event: { type: 'evidenceAttached', evidenceId: evidence.id, digest: file.sha256 },
    change: evidenceChange(null, evidence),
  })
}

export const attachWith =
  (cited: readonly EvidenceCited[]): CommandHandler<typeof contract.attachEvidence> =>
  async (asked) => {
    const { tx, body, posts, actor } = asked
    const plan = await lockIssuedPlan(tx, body.planId)
    const standing = plan && addingTo(plan, posts, body)
    if (!standing) return refuse('platform.notFound')
    const { post } = standing
    const given = await fileGiven(tx, actor.personId, post, body)
    if (!given.ok) return given
    const present = await evidenceOf(tx, body)
    const put = await putForward(asked, standing, { ...body, file: given.value, present })
    if (!put.ok) return put
    const { evidence } = put.value
    const events: StoredEvent[] = [put.value.event]
    const changes: Change[] = [put.value.change]
    const old = present.find((one) => one.id === body.replaces)
    if (old) {
      const taken = await takeBack(asked, post, old, body.reason ?? '', cited)
      if (!taken.ok) return taken
      events.push(taken.value.event)
      changes.push(taken.value.change)
    }
    return ok({ post, events, changes, reply: { id: evidence.id, version: 1 } })
  }

export const withdrawWith =
  (cited: readonly EvidenceCited[]): CommandHandler<typeof contract.withdrawEvidence> =>
  async (asked) => {
    const { tx, params, posts, body } = asked
    const place = await tx
      .selectFrom('evidence')
      .select('plan_id')
      .where('id', '=', params.evidenceId)
      .executeTakeFirst()
    const plan = place && (await lockIssuedPlan(tx, place.plan_id))
    const row = await filedRows(tx).where('evidence.id', '=', params.evidenceId).executeTakeFirst()
    const evidence = row && filedOf(row)
    const standing = plan && evidence && addingTo(plan, posts, evidence)
    if (!evidence || !standing) return refuse('platform.notFound')
    const taken = await takeBack(asked, standing.post, evidence, body.reason, cited)
    if (!taken.ok) return taken
    return ok({
      post: standing.post,
      events: [taken.value.event],
      changes: [taken.value.change],
      reply: { version: taken.value.change.version },
    })
  }

/** 调整标识: no act on the evidence itself changes, only who may open it. */
export const relabel: CommandHandler<typeof contract.relabelEvidence> = async (asked) => {
  const { tx, params, posts, body } = asked
  const row = await filedRows(tx).where('evidence.id', '=', params.evidenceId).executeTakeFirst()
  const evidence = row && filedOf(row)
  const standing = evidence && (await standingOn(tx, posts, evidence))
  if (!evidence || !standing || shownTo(standing, [evidence]).length === 0) return refuse('platform.notFound')
  const standings = standingsOf(standing.plan, posts, evidence)
  const { post, side } = standings.find((one) => labelsFor(one, evidence).includes(body.label)) ?? standing
  const given = { label: body.label, reason: normaliseText(body.reason).trim() }
  const decided = relabelEvidence(evidence, given, { ...commandContext(asked, post), side })
  if (!decided.ok) return fail(decided.error)
  const next = decided.value.next as FiledEvidence
  const last = next.relabels?.at(-1)
  if (!last || !(await insertRelabel(tx, next.id, next.relabels?.length ?? 0, last))) return refuse('platform.stale')
  return ok({
    post,
    events: decided.value.events,
    changes: [evidenceChange(evidence, next)],
    reply: { version: evidenceVersion(next) },
  })
}
