import type { listData, showDatum } from '@quanheng/contract/datum'
import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import { dueDayOf, isLocked } from '@quanheng/domain/datum/deadline'
import { workflowFor } from '@quanheng/domain/datum/decide'
import { nextReleases, waitingRelease } from '@quanheng/domain/datum/later-release'
import type { DatumVersion } from '@quanheng/domain/datum/model'
import type { DatumCommandKind } from '@quanheng/domain/datum/transitions'
import type { FiledEvidence } from '@quanheng/domain/evidence/filed'
import { evidenceGaps } from '@quanheng/domain/evidence/gaps'
import { daysBetween } from '@quanheng/domain/kernel/local-date'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { permit } from '@quanheng/domain/kernel/transition'
import { taskFor } from '@quanheng/domain/plan/items'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { choosePost, sidesOfPost, type TallyRecords, talliedFor } from './act-on-datum.ts'
import { complete, digestOfVersion, type LoadedDatum } from './datum-store.ts'
import { filedOf, filedRows } from './evidence-store.ts'
import { type Names, named, namesFor } from './names.ts'
import { nextOf } from './next-of.ts'
import { openingsOf } from './openings.ts'
import { dataVisibleTo } from './scope.ts'

export type DatumReply = ReplyOf<typeof listData>['rows'][number]
type Reply = ReplyOf<typeof showDatum>

const commands: readonly DatumCommandKind[] = [
  'report',
  'reportOnBehalf',
  'open',
  'withdraw',
  'confirm',
  'return',
  'returnToHead',
  'close',
  'reopen',
  'publish',
  'confirmRelease',
  'withdrawRelease',
]

const overdueStates: readonly LoadedDatum['row']['state'][] = ['notReported', 'drafting', 'returned']

/** What the page offers. Only rules of post and place are looked at here; the act itself is decided by the domain. */
const mayOf = (
  actor: Actor,
  loaded: LoadedDatum,
  { opened, locked }: { readonly opened: boolean; readonly locked: boolean },
): DatumReply['may'] =>
  commands.filter((command) => {
    const post = choosePost(actor.posts, loaded, command)
    const { datum } = loaded
    if (!post || !permit(workflowFor(datum), datum.state, command, post.kind).ok) return false
    const own = actor.posts.some((held) => held.unitId === datum.unitId)
    if (!fitsRelease(datum, command, actor.personId)) return false
    if ((command === 'open' && opened) || (command === 'report' && locked)) return false
    if (['reportOnBehalf', 'close', 'reopen'].includes(command) && own) return false
    return !['confirm', 'open'].includes(command) || datum.versions.at(-1)?.author.personId !== actor.personId
  })

/** A later release is entered while none waits, and confirmed by another person than the one who entered it. */
const fitsRelease = (datum: LoadedDatum['datum'], command: DatumCommandKind, personId: string): boolean => {
  const waiting = waitingRelease(datum)
  switch (command) {
    case 'publish':
      return waiting === undefined
    case 'confirmRelease':
      return waiting !== undefined && waiting.author.personId !== personId
    case 'withdrawRelease':
      return waiting !== undefined
    default:
      return true
  }
}

/** 补报 is asked for by the body that is asked for the figure. */
const mayAskLate = (actor: Actor, loaded: LoadedDatum): boolean =>
  postsFor(actor, 'lateEntry.ask').some((post) => sidesOfPost(post, loaded).includes('asked'))

const versionReply = (loaded: LoadedDatum, version: DatumVersion, names: Names): Reply['versions'][number] => ({
  ...version,
  evidenceIds: [...version.evidenceIds],
  late: version.late && { ...version.late, days: daysBetween(version.late.due, version.receivedOn) },
  author: named(names, version.author),
  digest: digestOfVersion(loaded.datum, version),
})

const missingOf = (plan: IssuedPlan, { row }: LoadedDatum, files: readonly FiledEvidence[]): string[] => {
  const names = row.leaf_keys.flatMap((leafKey) => {
    const list = nodeByKey(plan.content, leafKey)?.scoring?.evidenceList ?? []
    const own = files.filter((file) => file.leafKey === leafKey && file.unitId === row.unit_id)
    return evidenceGaps(list, own).missing
  })
  return [...new Set(names)]
}

const leavesOf = (plan: IssuedPlan, loaded: LoadedDatum) =>
  loaded.row.leaf_keys.map((key) => ({ key, name: nodeByKey(plan.content, key)?.name ?? key }))

const askedName = ({ row }: LoadedDatum, names: Names): string =>
  [names.unit(row.asked_unit_id), row.asked_section_id === null ? '' : names.section(row.asked_section_id)].join('')

/** Rows as lists and pages show them; a handful of queries however many rows. */
export const replyRows = async (
  db: Reader,
  actor: Actor,
  loaded: readonly LoadedDatum[],
  today: string,
): Promise<readonly DatumReply[]> => {
  const plans = new Map<string, IssuedPlan>()
  for (const planId of new Set(loaded.map(({ row }) => row.plan_id))) {
    const plan = await issuedPlan(db, planId)
    if (plan !== null) plans.set(planId, plan)
  }
  const names = await namesFor(db, {
    units: loaded.flatMap(({ row }) => [row.unit_id, row.asked_unit_id]),
    sections: loaded.map(({ row }) => row.asked_section_id),
    authors: loaded.flatMap(({ datum }) => datum.versions.map((version) => version.author)),
  })
  const files = await filesOf(db, loaded)
  const openings = await openingsOf(
    db,
    loaded.filter(({ row }) => row.state === 'reported').map(({ row }) => row.id),
  )
  return loaded.flatMap((one): DatumReply[] => {
    const { row, datum } = one
    const plan = plans.get(row.plan_id)
    const element = plan?.content.dataElements.find((candidate) => candidate.key === row.element_key)
    if (!plan || !element) return []
    const last = datum.versions.at(-1)
    const opened = openings.get(row.id)?.some(({ number }) => number === row.last_number) ?? false
    const locked = isLocked(datum, row.due, today)
    return [
      {
        id: row.id,
        version: row.version,
        planId: row.plan_id,
        planTitle: plan.title,
        element: {
          key: element.key,
          name: element.name,
          type: element.type,
          unit: element.unit,
          ...(element.entries && { entries: element.entries.map((entry) => ({ ...entry })) }),
        },
        leaves: leavesOf(plan, one),
        unitId: row.unit_id,
        unitName: names.unit(row.unit_id),
        period: row.period,
        source: row.source.kind,
        askedName: askedName(one, names),
        body: row.source.kind === 'superior' ? row.source.body : null,
        due: dueDayOf(datum, row.due),
        extended: datum.extension && datum.extension.until > row.due ? datum.extension.cause : null,
        cutoff: row.cutoff,
        state: row.state,
        overdue: overdueStates.includes(row.state) && dueDayOf(datum, row.due) < today,
        locked,
        last: last ? versionReply(one, last, names) : null,
        returnReason: row.return_reason,
        may: mayOf(actor, one, { opened, locked }),
        missingEvidence: missingOf(plan, one, files),
      },
    ]
  })
}

const filesOf = async (db: Reader, loaded: readonly LoadedDatum[]): Promise<readonly FiledEvidence[]> => {
  const places = loaded.flatMap(({ row }) =>
    row.leaf_keys.map((leafKey) => [row.plan_id, leafKey, row.unit_id] as const),
  )
  if (places.length === 0) return []
  const [plans, leaves, units] = [0, 1, 2].map((at) => places.map((place) => place[at as 0 | 1 | 2]))
  const rows = await filedRows(db)
    .where(
      sql<boolean>`(evidence.plan_id, evidence.leaf_key, evidence.unit_id) IN
        (SELECT * FROM unnest(${plans}::uuid[], ${leaves}::text[], ${units}::uuid[]))`,
    )
    .execute()
  return rows.map(filedOf)
}

/** A datum within the person's scope, or null. */
export const visibleDatum = async (db: Reader, actor: Actor, datumId: string): Promise<LoadedDatum | null> => {
  const row = await db
    .selectFrom('datum')
    .selectAll()
    .where('datum.id', '=', datumId)
    .where(dataVisibleTo(actor))
    .executeTakeFirst()
  return row === undefined ? null : ((await complete(db, [row]))[0] ?? null)
}

const cardOf = (plan: IssuedPlan, unitId: string, key: string): Reply['leaves'][number] => {
  const node = nodeByKey(plan.content, key)
  const task = taskFor(plan.content, key, unitId)
  const { target } = task ?? {}
  return {
    key,
    name: node?.name ?? key,
    fullMark: node?.fullMark ?? '',
    standard: node?.scoring?.completionStandard ?? '',
    sentence: node?.scoring?.rule?.text ?? node?.scoring?.sentence ?? '',
    card: node?.scoring?.card ?? null,
    task: task?.task ?? '',
    target: target?.kind === 'set' ? target.value : null,
    taskBasis: task?.basis ?? null,
    targetPending: target?.kind === 'pending' ? { owner: target.owner, remindOn: target.remindOn } : null,
  }
}

export const show = async (
  db: Reader,
  actor: Actor,
  datumId: string,
  today: string,
  tallyRecords?: TallyRecords,
): Promise<Result<Reply, Refusal>> => {
  const loaded = await visibleDatum(db, actor, datumId)
  const plan = loaded && (await issuedPlan(db, loaded.row.plan_id))
  if (!loaded || !plan) return refuse('platform.notFound')
  const [row] = await replyRows(db, actor, [loaded], today)
  if (row === undefined) return refuse('platform.notFound')
  const { datum } = loaded
  const { laterReleases = [] } = datum
  const element = plan.content.dataElements.find(({ key }) => key === datum.elementKey)
  const tallied = await talliedFor(db, { ...loaded, plan }, today, tallyRecords)
  const openings = (await openingsOf(db, [datumId])).get(datumId) ?? []
  const names = await namesFor(db, {
    authors: [
      ...datum.versions.map(({ author }) => author),
      ...[...datum.confirmations, ...openings].map(({ by }) => by),
      ...laterReleases.flatMap(({ author, outcome }) => [author, ...(outcome ? [outcome.by] : [])]),
    ],
  })
  return ok({
    ...row,
    versions: datum.versions.map((version) => versionReply(loaded, version, names)),
    mayAskLateEntry: row.locked && mayAskLate(actor, loaded),
    finalNumber: datum.final ?? null,
    laterReleases: laterReleases.map(({ author, outcome, evidenceIds, ...one }) => ({
      ...one,
      evidenceIds: [...evidenceIds],
      author: named(names, author),
      outcome: outcome ? { ...outcome, by: named(names, outcome.by) } : null,
    })),
    nextReleases: [...nextReleases(datum)],
    whenFinalDiffers: element?.whenFinalDiffers ?? 'stands',
    recorded: element?.recordTally && tallied ? { tally: element.recordTally, ...tallied } : null,
    openings: openings.map(({ number, by, at }) => ({ number, by: named(names, by), at: at.toISOString() })),
    confirmations: datum.confirmations.map((one) => ({
      number: one.version,
      by: named(names, one.by),
      at: one.at,
      gapReason: one.gapReason ?? null,
    })),
    leaves: loaded.row.leaf_keys.map((key) => cardOf(plan, datum.unitId, key)),
    next: await nextOf(db, plan, loaded, today),
  })
}
