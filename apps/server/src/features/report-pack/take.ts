import { type FigureEdit, figureDraft } from '@quanheng/contract/datum'
import type { Refusal } from '@quanheng/contract/errors'
import type { takeReportPack } from '@quanheng/contract/report-pack'
import { authorOf } from '@quanheng/domain/kernel/command-context'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { PackLine } from '@quanheng/domain/report-pack/lines'
import type { PackEvidence, PackFigure, ReportPack } from '@quanheng/domain/report-pack/model'
import type { StoredEvent } from '../../platform/database/tables.ts'
import { asDomainActor } from '../../platform/door/actor.ts'
import type { Change, CommandHandler, CommandRequest, Preparation } from '../../platform/door/outcome.ts'
import type { Platform } from '../../platform/platform.ts'
import { datumChange, evidenceOf, holdData, putForward, type SentFile, uploadsOf } from '../collection/index.ts'
import { lockIssuedPlan } from '../plan/index.ts'
import { type AskedOf, standingFor } from './asked.ts'
import { filesToKeep, nameOf } from './keep-files.ts'
import type { MatchedFile } from './read-pack.ts'
import { type ReadPack, readPack } from './read-pack.ts'
import { insertPack } from './store.ts'

type Request = CommandRequest<typeof takeReportPack>

/** Reads the pack once more, before any row is held: faultless, and to the byte what the person was shown. */
export const preparing =
  (platform: Pick<Platform, 'files'>): Preparation<typeof takeReportPack, ReadPack> =>
  async ({ db, actor, posts, context, body }) => {
    const read = await readPack(platform, { db, actor, posts, context, today: context.today }, body.digest)
    if (!read.ok) return read
    const { faults, figures, shown } = read.value
    if (faults.length > 0) return refuse('reportPack.faulty', { params: { count: String(faults.length) } })
    if (shown !== body.shown) return refuse('reportPack.changed')
    if (figures.length + filesToKeep(read.value).length === 0) return refuse('reportPack.nothingNew')
    return read
  }

const figureOf = ({ datumId, shown, release, asOf, reason, lateReason }: ReadPack['figures'][number]): PackFigure => ({
  datumId,
  text: shown,
  release,
  asOf,
  ...(reason !== undefined && { reason }),
  ...(lateReason !== undefined && { lateReason }),
})

/** Beside what the person has typed for other figures; where both speak, the pack holds. Reported by nobody. */
const keepDraft = async (
  { tx, actor, context }: Request,
  figures: readonly PackFigure[],
  typed: ReadPack['typed'],
): Promise<void> => {
  if (figures.length === 0) return
  const edits = figures.map(({ datumId, text, release, asOf, reason = '', lateReason = '' }): [string, FigureEdit] => [
    datumId,
    { text, release, asOf, reason, lateReason },
  ])
  const kept = { body: JSON.stringify({ ...typed, ...Object.fromEntries(edits) }), saved_at: context.now }
  await tx
    .insertInto('draft')
    .values({ person_id: actor.personId, key: figureDraft, ...kept })
    .onConflict((conflict) => conflict.columns(['person_id', 'key']).doUpdateSet(kept))
    .execute()
}

/** The one figure that a line proves, which then cites its files; a line of several figures proves the item as a whole. */
const datumOf = ({ data }: AskedOf, { leafKey, unitId }: PackLine): string | null => {
  const own = data.filter(({ row }) => row.unit_id === unitId && row.leaf_keys.includes(leafKey))
  return own.length === 1 ? (own[0]?.row.id ?? null) : null
}

interface Filed {
  readonly evidence: readonly PackEvidence[]
  readonly events: readonly StoredEvent[]
  readonly changes: readonly Change[]
}

const fileAll = async (
  request: Request,
  { asked }: ReadPack,
  files: readonly MatchedFile[],
  sent: ReadonlyMap<string, SentFile>,
): Promise<Result<Filed, Refusal>> => {
  const evidence: PackEvidence[] = []
  const events: StoredEvent[] = []
  const changes: Change[] = []
  for (const matched of files) {
    const { line, seen } = matched
    const { number, leafKey, unitId, requirementKey } = line
    const upload = sent.get(seen.digest)
    if (!upload) return refuse('upload.notFound')
    const item = { planId: asked.plan.planId, leafKey, unitId }
    const file = { ...upload, name: nameOf(matched) }
    const put = await putForward(request, standingFor(asked, item), {
      ...item,
      requirementKey,
      datumId: datumOf(asked, line),
      label: 'internal',
      effectiveOn: null,
      replaces: null,
      file,
      present: await evidenceOf(request.tx, item),
    })
    if (!put.ok) return put
    const { name, sha256, size } = file
    evidence.push({ number, leafKey, unitId, requirementKey, name, sha256, size, evidenceId: put.value.evidence.id })
    events.push(put.value.event)
    changes.push(put.value.change)
  }
  return ok({ evidence, events, changes })
}

const packFile = ({ name, digest, size }: ReadPack['upload']) => ({ name, sha256: digest, size })

/** 收回填报包: figures into the person's drafts, files onto their lines, the pack itself on record; all of it or nothing. */
export const take: CommandHandler<typeof takeReportPack, ReadPack> = async (request, pack) => {
  const { tx, actor, context } = request
  const { stamp, asked } = pack
  const plan = await lockIssuedPlan(tx, stamp.planId)
  const [post] = asked.posts
  if (!plan || !post) return refuse('platform.notFound')
  if (plan.number !== stamp.planNumber) {
    const params = { made: String(stamp.planNumber), current: String(plan.number) }
    return refuse('reportPack.otherVersion', { params })
  }
  // Held as they were shown: a figure that was returned or reported meanwhile is not typed over unseen.
  const wanted = pack.figures.map(({ datumId, version }) => ({ datumId, version, kind: 'report' as const }))
  const held = wanted.length === 0 ? ok([]) : await holdData({ ...request, posts: asked.posts }, wanted)
  if (!held.ok) return held
  const keep = filesToKeep(pack)
  const sent = keep.length === 0 ? ok(new Map<string, SentFile>()) : await uploadsOf(tx, actor.personId, digests(keep))
  if (!sent.ok) return sent
  const fresh = pack.matched.filter(({ known }) => !known)
  const filed = await fileAll(request, pack, fresh, sent.value)
  if (!filed.ok) return filed
  const figures = pack.figures.map(figureOf)
  await keepDraft(request, figures, pack.typed)
  const record: ReportPack = {
    ...stamp,
    id: context.newId(),
    file: packFile(pack.upload),
    takenBy: authorOf(asDomainActor(actor, post)),
    takenAt: context.now.toISOString(),
    figures,
    evidence: filed.value.evidence,
    originals: pack.originals.map((file) => ({ name: nameOf(file), sha256: file.seen.digest, size: file.seen.size })),
    left: pack.left,
  }
  const change = await insertPack(tx, record)
  const event = { type: 'reportPackTaken', packId: record.id, digest: record.file.sha256 }
  return ok({
    post,
    events: [event, ...filed.value.events],
    // Each figure is named although it stands as it did: so its history tells of the pack.
    changes: [change, ...filed.value.changes, ...held.value.map((one) => datumChange(one, one))],
    reply: { id: record.id, version: 1, figures: figures.length, files: record.evidence.length },
  })
}

const digests = (files: ReturnType<typeof filesToKeep>): readonly string[] => files.map(({ seen }) => seen.digest)
