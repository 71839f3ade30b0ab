import type * as contract from '@quanheng/contract/archive'
import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import { postsThatMay } from '@quanheng/domain/ability/abilities'
import { type Archive, type Retention, suggestedRetention } from '@quanheng/domain/archive/model'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { StoredEvent } from '../../platform/database/tables.ts'
import { type Actor, type HeldPost, unitIdsOf } from '../../platform/door/actor.ts'
import type { CommandHandler, FileReply, Preparation } from '../../platform/door/outcome.ts'
import type { LoggedNouns } from '../../platform/log/check/check-rows.ts'
import type { Platform } from '../../platform/platform.ts'
import { seesTotals, unitNames } from '../result/index.ts'
import { type MadeArchive, makeArchiveFile } from './make-archive.ts'
import type { Makings } from './makings.ts'
import { archiveChange, insertArchive } from './store.ts'
import { type ArchiveYear, yearsOf } from './year.ts'

/** Totals in it are shown to nobody who may not see them elsewhere; an issued result is for whoever keeps the archive. */
const mayHold = (actor: Actor, unitId: string, { locked }: ArchiveYear): boolean =>
  locked === null ||
  locked.purpose !== 'totals' ||
  locked.state === 'issued' ||
  seesTotals(actor, { state: locked.state }, unitId)

interface Found {
  readonly post: HeldPost
  readonly year: ArchiveYear
}

/** The year of a body that the person keeps the archive of. */
const findYear = async (db: Reader, posts: readonly HeldPost[], year: number): Promise<Found | undefined> => {
  for (const post of posts) {
    const found = (await yearsOf(db, post.unitId)).find((one) => one.year === year)
    if (found) return { post, year: found }
  }
  return undefined
}

interface Prepared extends Found {
  readonly made: MadeArchive
  readonly purpose?: 'public'
}

interface Asked {
  readonly db: Reader
  readonly key: string
  readonly actor: Actor
  readonly posts: readonly HeldPost[]
  readonly context: { readonly today: string; readonly now: Date }
}

/** Long work first: the package is made of one state of the database, before the command's transaction. */
const prepare =
  (platform: Platform, nouns: LoggedNouns, makings: Makings) =>
  async (
    { db, key, actor, posts, context }: Asked,
    wanted: { readonly year: number; readonly retention: Partial<Retention>; readonly isPublic?: true },
  ): Promise<Result<Prepared, Refusal>> => {
    const found = await findYear(db, posts, wanted.year)
    if (found === undefined) return refuse('platform.notFound')
    const { post, year } = found
    if (year.locked === null) return refuse('archive.notLocked', { params: { year: String(year.year) } })
    if (!mayHold(actor, post.unitId, year)) return refuse('result.hidden')
    const organ = (await unitNames(db, [post.unitId])).get(post.unitId) ?? ''
    const { isPublic } = wanted
    const retention = { ...suggestedRetention, ...wanted.retention }
    const request = { year, organ, on: context.today, retention, ...(isPublic && { isPublic }) }
    const begun = {
      asked: canonicalJson({ key, personId: actor.personId, year: year.year, retention, isPublic: isPublic ?? false }),
      unitId: post.unitId,
      year: year.year,
      purpose: isPublic ? ('public' as const) : ('archive' as const),
      personId: actor.personId,
      begunAt: context.now,
    }
    const made = await makings.during(begun, (watching) => makeArchiveFile(platform, nouns, request, watching))
    return made.ok ? ok({ ...found, made: made.value, ...(isPublic && { purpose: 'public' as const }) }) : made
  }

export const makeBefore = (
  platform: Platform,
  nouns: LoggedNouns,
  makings: Makings,
): Preparation<typeof contract.makeArchive, Prepared> => {
  const before = prepare(platform, nouns, makings)
  return (asked) => before(asked, asked.body)
}

/** 公开稿: retention periods as set for the last package, for what is in it. */
export const publishBefore = (
  platform: Platform,
  nouns: LoggedNouns,
  makings: Makings,
): Preparation<typeof contract.publishArchive, Prepared> => {
  const before = prepare(platform, nouns, makings)
  return async (asked) => {
    const retention = await retentionOf(asked.db, [...unitIdsOf(asked.posts)])
    return before(asked, { year: asked.body.year, retention, isPublic: true })
  }
}

/** What the act says happened. */
export const madeEvent = ({ year, contents }: Pick<Archive, 'year' | 'contents'>): StoredEvent => ({
  type: 'archiveMade',
  year,
  files: contents.reduce((sum, { files }) => sum + files, 0),
})

export const makeWith: CommandHandler<typeof contract.makeArchive | typeof contract.publishArchive, Prepared> = async (
  { tx, actor, context },
  { post, year, made, purpose },
) => {
  const id = context.newId()
  const by = { personId: actor.personId, post: post.kind, unitId: post.unitId }
  const { title, open } = year
  const archive = {
    id,
    unitId: post.unitId,
    year: year.year,
    title,
    madeOn: context.today,
    open,
    by,
    ...made,
    ...(purpose && { purpose }),
  }
  await insertArchive(tx, archive, context.now)
  return ok({
    post,
    events: [madeEvent(archive)],
    changes: [archiveChange(archive)],
    reply: { archiveId: id, manifestDigest: made.manifestDigest },
  })
}

/** 取消: what is being made of the year ends where it is, and nothing of it is kept. */
export const cancelWith =
  (makings: Makings): CommandHandler<typeof contract.cancelMaking> =>
  async ({ posts, body: { year } }) => {
    for (const post of posts) {
      const making = makings.cancel(post.unitId, year)
      if (making === undefined) continue
      const { purpose, progress } = making
      const event = { type: 'archiveCancelled', year, purpose, stage: progress.stage }
      return ok({ post, events: [event], changes: [], reply: {} })
    }
    return refuse('archive.notMaking', { params: { year: String(year) } })
  }

/** What is being made for the bodies whose archive the person keeps. */
export const makingOf = async (
  db: Reader,
  posts: readonly HeldPost[],
  makings: Makings,
): Promise<ReplyOf<typeof contract.showMaking>> => {
  const making = makings.of(unitIdsOf(posts))
  if (making === undefined) return { making: null }
  const { year, purpose, personId, begunAt, progress } = making
  const by = (await personNames(db, [personId])).get(personId) ?? ''
  return { making: { year, purpose, by, begunAt: begunAt.toISOString(), ...progress } }
}

const personNames = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** As set for the last package of these bodies. */
export const retentionOf = async (db: Reader, unitIds: readonly string[]): Promise<Partial<Retention>> => {
  if (unitIds.length === 0) return {}
  const last = await db
    .selectFrom('archive')
    .select('contents')
    .where('unit_id', 'in', [...unitIds])
    .where('purpose', '=', 'archive')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return Object.fromEntries(last?.contents.map((one) => [one.kind, one.retention]) ?? [])
}

type Listed = ReplyOf<typeof contract.listArchives>

/** Packages of the bodies whose archive the person keeps, and the years of which one can be made. */
export const listOf = async (db: Reader, posts: readonly HeldPost[]): Promise<Listed> => {
  const unitIds = [...unitIdsOf(posts)]
  const rows =
    unitIds.length === 0
      ? []
      : await db.selectFrom('archive').selectAll().where('unit_id', 'in', unitIds).orderBy('at', 'desc').execute()
  const names = await personNames(
    db,
    rows.flatMap(({ author }) => author?.personId ?? []),
  )
  const years: ArchiveYear[] = []
  for (const unitId of unitIds) years.push(...(await yearsOf(db, unitId)))
  return {
    rows: rows.map((row) => ({
      id: row.id,
      purpose: row.purpose,
      year: row.year,
      title: row.title,
      madeOn: row.made_on,
      madeBy: (row.author && names.get(row.author.personId)) ?? null,
      leaves: row.leaves,
      size: row.size,
      manifestDigest: row.manifest_digest,
      zipDigest: row.zip_digest,
      contents: [...row.contents],
      open: [...row.open],
    })),
    years: years.map(({ year, title, locked, open }) => ({ year, title, ready: locked !== null, open: [...open] })),
    retention: { ...suggestedRetention, ...(await retentionOf(db, unitIds)) },
    may: [
      ...(posts.length > 0 ? (['make'] as const) : []),
      ...(postsThatMay(posts, 'archive.publish').length > 0 ? (['publish'] as const) : []),
    ],
  }
}

export const packageOf = async (
  db: Reader,
  actor: Actor,
  posts: readonly HeldPost[],
  archiveId: string,
): Promise<Result<FileReply, Refusal>> => {
  const row = await db.selectFrom('archive').selectAll().where('id', '=', archiveId).executeTakeFirst()
  if (row === undefined || !unitIdsOf(posts).includes(row.unit_id)) return refuse('platform.notFound')
  const year = (await yearsOf(db, row.unit_id)).find((one) => one.year === row.year)
  if (year !== undefined && !mayHold(actor, row.unit_id, year)) return refuse('result.hidden')
  return ok({
    name: `${row.year}年度${row.purpose === 'public' ? '公开稿' : '归档包'}.zip`,
    mediaType: 'application/zip',
    content: { stored: row.zip_digest },
    size: row.size,
  })
}
