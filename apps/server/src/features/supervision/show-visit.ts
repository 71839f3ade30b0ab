import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { showSupervisionVisit } from '@quanheng/contract/supervision-visit'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import type { SupervisionVisit } from '@quanheng/domain/supervision-visit/model'
import {
  type SupervisionVisitCommandKind,
  supervisionVisitWorkflow,
} from '@quanheng/domain/supervision-visit/transitions'
import { nextOnVisit } from '@quanheng/domain/workbench/next-on-supervision'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { namesOf } from '../scoring/index.ts'
import { nextShown, stepsShown } from './next-shown.ts'
import { visitIsVisible, visitsVisibleTo } from './scope.ts'
import { type KeptVisit, supervisionKeeper, visitKeeper } from './store.ts'

type Reply = ReplyOf<typeof showSupervisionVisit>

export const visibleVisit = (db: Reader, actor: Actor, id: string): Promise<KeptVisit | undefined> =>
  visitKeeper.find(db, id, visitIsVisible(visitsVisibleTo(actor)))

/** The office and the group read what the visited unit does not: who wrote what, and the order behind it. */
export const isOfOffice = (actor: Actor, fromUnitId: string): boolean =>
  visitsVisibleTo(actor).offices.includes(fromUnitId)

const mayNow = (
  { state, standing, unitId, fromUnitId }: SupervisionVisit,
  actor: Actor,
  today: string,
  isUnderWay: boolean,
): SupervisionVisitCommandKind[] => {
  if (!isUnderWay) return []
  const may = actor.posts.flatMap(({ kind, unitId: own }) =>
    commandsFor(supervisionVisitWorkflow, state, kind).filter(
      (command) => own === fromUnitId || (command === 'state' && own === unitId),
    ),
  )
  const isHeard = state === 'stated' || (standing.sent?.until ?? '') < today
  return [...new Set(may)].filter(
    (command) => command !== 'settle' || (isHeard && standing.notes?.by.personId !== actor.personId),
  )
}

/** Occasions before this one on which the office found the same at the unit. */
const earlierOf = async (db: Reader, { id, unitId, fromUnitId }: SupervisionVisit) => {
  const { rows } = await sql<{ subject: string; times: number }>`
    SELECT subject, count(DISTINCT visit_id)::int AS times FROM rectification
    WHERE unit_id = ${unitId} AND from_unit_id = ${fromUnitId} AND visit_id <> ${id} GROUP BY subject`.execute(db)
  return new Map(rows.map(({ subject, times }) => [subject, times]))
}

const findingsOf = async (db: Reader, visit: SupervisionVisit): Promise<Reply['findings']> => {
  const { notes, settled } = visit.standing
  const earlier = await earlierOf(db, visit)
  const items = await db
    .selectFrom('rectification')
    .select(['id', 'subject', 'demand'])
    .where('visit_id', '=', visit.id)
    .execute()
  return (notes?.findings ?? []).map(({ id, photographs, ...finding }) => {
    const upshot = settled?.upshots.find(({ findingId }) => findingId === id)
    const item = items.find(
      ({ demand }) => demand.subject === finding.subject && demand.fact === finding.fact && upshot?.upheld === true,
    )
    return {
      ...finding,
      findingId: id,
      photographs: [...photographs],
      earlier: earlier.get(finding.subject) ?? 0,
      upheld: upshot?.upheld ?? null,
      words: upshot?.words ?? null,
      due: upshot?.due ?? null,
      rectificationId: item?.id ?? null,
    }
  })
}

export const showVisit = async (
  db: Reader,
  actor: Actor,
  visitId: string,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const one = await visibleVisit(db, actor, visitId)
  const order = one && (await supervisionKeeper.find(db, one.row.supervision_id))
  if (!one || !order) return refuse('platform.notFound')
  const { model: visit } = one
  const { standing, unitId, fromUnitId } = visit
  const { notes, sent, statement, settled } = standing
  const office = isOfOffice(actor, fromUnitId)
  // What the office did before it sent the record is its own.
  const from = visit.steps.findIndex(({ command }) => command === 'send')
  const steps = office ? visit.steps : visit.steps.slice(Math.max(0, from))
  const names = await namesOf(db, {
    units: [unitId, fromUnitId, ...steps.map(({ by }) => by.unitId)],
    people: [...steps.map(({ by }) => by.personId), ...(statement ? [statement.by.personId] : [])],
  })
  const { content, state } = order.model
  return ok({
    id: visit.id,
    version: one.row.version,
    state: visit.state,
    supervisionId: visit.supervisionId,
    supervisionTitle: content.title,
    unitName: names.get(unitId) ?? '',
    officeName: names.get(fromUnitId) ?? '',
    subjects: [...content.subjects],
    office,
    from: content.from === '' ? null : content.from,
    to: content.to === '' ? null : content.to,
    on: notes?.on ?? null,
    visitors: notes?.visitors ?? '',
    overview: notes?.overview ?? '',
    files: [...(notes?.files ?? [])],
    findings: await findingsOf(db, visit),
    until: sent?.until ?? null,
    statement: statement
      ? {
          words: statement.words,
          files: [...statement.files],
          by: names.get(statement.by.personId) ?? '',
          at: statement.at,
          scanDigest: statement.scanDigest ?? null,
        }
      : null,
    settledOn: settled?.on ?? null,
    documentNumber: settled?.documentNumber ?? '',
    steps: stepsShown<SupervisionVisitCommandKind>(steps, names),
    next:
      state === 'underWay'
        ? await nextShown<SupervisionVisitCommandKind>(db, nextOnVisit(visit, today), names, today)
        : null,
    may: mayNow(visit, actor, today, state === 'underWay'),
    today,
  })
}
