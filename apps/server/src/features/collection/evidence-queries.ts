import type { Refusal } from '@quanheng/contract/errors'
import type { listEvidence, listEvidenceItems } from '@quanheng/contract/evidence'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { type EvidenceLimits, evidenceDates, evidenceLimits } from '@quanheng/domain/evidence/dates'
import type { FiledEvidence } from '@quanheng/domain/evidence/filed'
import { evidenceGaps } from '@quanheng/domain/evidence/gaps'
import { labelsFor, opensFile } from '@quanheng/domain/evidence/label'
import { isAttached, labelOf, secrecyLabels } from '@quanheng/domain/evidence/model'
import { seesAllEvidence } from '@quanheng/domain/evidence/standing'
import type { Author } from '@quanheng/domain/kernel/command-context'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { itemKeys } from '@quanheng/domain/plan/items'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, type HeldPost, postsFor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { type Custodian, newestScan, type ScanState, scansOf } from '../../platform/files/custodian.ts'
import { issuedPlan, planHeaders, plansVisibleTo } from '../plan/index.ts'
import { addingTo, type StandingItem, shownTo, standingOf, standingOn, standingsOf } from './evidence-scope.ts'
import { evidenceOf, filedOf, filedRows, type ItemPlace } from './evidence-store.ts'
import { openAmong } from './likeness-store.ts'
import { type Names, namesFor } from './names.ts'

type Reply = ReplyOf<typeof listEvidence>

const authorOf = (names: Names, { personId, post, unitId }: Author) => ({
  personId,
  post,
  name: names.person(personId),
  unitName: names.unit(unitId),
})

interface Seen {
  readonly limits: EvidenceLimits
  readonly scans: ReadonlyMap<string, ScanState>
  /** Digests among 雷同材料 that nobody has settled. */
  readonly alike: ReadonlySet<string>
  /** All posts of the person that stand to the item: what one of them opens is open. */
  readonly standings: readonly StandingItem[]
  /** Those under which this person may give labels. */
  readonly relabelling: readonly StandingItem[]
}

const entry = (
  file: FiledEvidence,
  names: Names,
  posts: readonly HeldPost[],
  { limits, scans, alike, standings, relabelling }: Seen,
): Reply['files'][number] => ({
  id: file.id,
  requirementKey: file.requirementKey ?? null,
  datumId: file.datumId ?? null,
  name: file.file.name,
  digest: file.file.sha256,
  sm3: file.sm3,
  size: file.file.size,
  mediaType: file.file.mediaType,
  label: labelOf(file),
  opens: standings.some((standing) => opensFile(standing, file)),
  labels: secrecyLabels.filter((label) => relabelling.some((standing) => labelsFor(standing, file).includes(label))),
  relabels: (file.relabels ?? []).map((one) => ({ ...one, by: authorOf(names, one.by) })),
  effectiveOn: file.effectiveOn ?? null,
  receivedOn: file.receivedOn,
  replaces: file.replaces ?? null,
  reuses: file.reuses ?? null,
  dates: evidenceDates(file, limits),
  scan: scans.get(file.file.sha256) ?? 'unscanned',
  alike: isAttached(file) && alike.has(file.file.sha256),
  by: authorOf(names, file.attachedBy),
  at: file.attachedAt,
  withdrawal: file.withdrawal
    ? { by: authorOf(names, file.withdrawal.by), at: file.withdrawal.at, reason: file.withdrawal.reason }
    : null,
  mayWithdraw: isAttached(file) && posts.some((post) => post.unitId === file.attachedBy.unitId),
})

export const list = async (
  db: Reader,
  custodian: Pick<Custodian, 'scanner'>,
  actor: Actor,
  item: ItemPlace,
): Promise<Result<Reply, Refusal>> => {
  const standing = await standingOn(db, actor.posts, item)
  if (!standing) return refuse('platform.notFound')
  const files = shownTo(standing, await evidenceOf(db, item))
  const names = await namesFor(db, {
    authors: files.flatMap((file) => [
      file.attachedBy,
      ...(file.relabels ?? []).map(({ by }) => by),
      ...(file.withdrawal ? [file.withdrawal.by] : []),
    ]),
  })
  const withdrawing = postsFor(actor, 'evidence.withdraw')
  const limits = evidenceLimits(standing.plan.content, item.leafKey)
  const digests = files.map((file) => file.file.sha256)
  const seen: Seen = {
    limits,
    scans: await scansOf(db, custodian, digests),
    alike: seesAllEvidence(standing.side) ? await openAmong(db, digests) : new Set(),
    standings: standingsOf(standing.plan, actor.posts, item),
    relabelling: standingsOf(standing.plan, postsFor(actor, 'evidence.relabel'), item),
  }
  return ok({
    list: (nodeByKey(standing.plan.content, item.leafKey)?.scoring?.evidenceList ?? []).map((one) => ({ ...one })),
    files: files.map((file) => entry(file, names, withdrawing, seen)),
    cutoff: limits.cutoff ?? null,
    due: limits.due ?? null,
    mayAttach: addingTo(standing.plan, postsFor(actor, 'evidence.attach'), item) !== null,
  })
}

/** Attached evidence of whole plans, by item: one query, since a unit has few items and the office looks at all of them. */
const filesByItem = async (db: Reader, planIds: readonly string[]) => {
  const rows =
    planIds.length === 0
      ? []
      : await filedRows(db)
          .where('evidence.plan_id', 'in', [...planIds])
          .execute()
  return Map.groupBy(rows.map(filedOf), (file) => JSON.stringify([file.planId, file.leafKey, file.unitId]))
}

export const items = async (
  db: Reader,
  actor: Actor,
  query: QueryOf<typeof listEvidenceItems>,
): Promise<ReplyOf<typeof listEvidenceItems>> => {
  const headers = (await planHeaders(db, plansVisibleTo(actor), { issuedOnly: true })).filter(
    (header) => query.planId === undefined || header.planId === query.planId,
  )
  const files = await filesByItem(
    db,
    headers.map((header) => header.planId),
  )
  const attaching = postsFor(actor, 'evidence.attach')
  const found: (ReplyOf<typeof listEvidenceItems>['rows'][number] & { unitId: string })[] = []
  for (const { planId } of headers) {
    const plan = await issuedPlan(db, planId)
    for (const { leafKey, unitId } of plan === null ? [] : itemKeys(plan.content)) {
      const standing = plan && standingOf(plan, actor.posts, { leafKey, unitId })
      const leaf = plan && nodeByKey(plan.content, leafKey)
      const wanted = leaf?.scoring?.evidenceList ?? []
      if (!plan || !standing || wanted.length === 0) continue
      const own = shownTo(standing, files.get(JSON.stringify([planId, leafKey, unitId])) ?? [])
      const gaps = evidenceGaps(wanted, own)
      found.push({
        planId,
        planTitle: plan.title,
        leafKey,
        leafName: leaf?.name ?? leafKey,
        unitId,
        unitName: '',
        listed: gaps.listed,
        present: gaps.present,
        missing: [...gaps.missing],
        mayAttach: addingTo(plan, attaching, { leafKey, unitId }) !== null,
      })
    }
  }
  const names = await namesFor(db, { units: found.map((row) => row.unitId) })
  const q = query.q?.trim() ?? ''
  const rows = found
    .map((row) => ({ ...row, unitName: names.unit(row.unitId) }))
    .filter((row) => query.gaps === undefined || row.missing.length > 0)
    .filter((row) => q === '' || row.leafName.includes(q) || row.unitName.includes(q))
  return { total: rows.length, rows: rows.slice((query.page - 1) * query.size, query.page * query.size) }
}

/** Types that a browser shows without running anything in them. */
const shown: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg']

/** The bytes, noted in the access trail: who opened what, and when. */
export const file = async (
  db: Reader,
  actor: Actor,
  evidenceId: string,
  context: Context,
): Promise<Result<FileReply, Refusal>> => {
  const row = await filedRows(db).where('evidence.id', '=', evidenceId).executeTakeFirst()
  const evidence = row && filedOf(row)
  const standing = evidence && (await standingOn(db, actor.posts, evidence))
  if (!evidence || !standing || shownTo(standing, [evidence]).length === 0) return refuse('platform.notFound')
  const { sha256, name, size, mediaType } = evidence.file
  const note = (outcome: string) =>
    db
      .insertInto('access_trail')
      .values({
        at: context.now,
        person_id: actor.personId,
        route: 'evidence.file',
        subject: evidenceId,
        outcome,
        address: actor.address ?? null,
      })
      .execute()
  if (!standingsOf(standing.plan, actor.posts, evidence).some((one) => opensFile(one, evidence))) {
    await note('evidence.sensitive')
    return refuse('evidence.sensitive')
  }
  if ((await newestScan(db, sha256))?.state === 'infected') return refuse('upload.infected')
  await note('read')
  return ok({ name, mediaType, size, content: { stored: sha256 }, inline: shown.includes(mediaType) })
}
