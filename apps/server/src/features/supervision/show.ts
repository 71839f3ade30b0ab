import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { showSupervision } from '@quanheng/contract/supervision'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import type { Supervision } from '@quanheng/domain/supervision/model'
import { type SupervisionCommandKind, supervisionWorkflow } from '@quanheng/domain/supervision/transitions'
import { nextOnSupervision } from '@quanheng/domain/workbench/next-on-supervision'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { workCalendar } from '../calendar/index.ts'
import { namesOf } from '../scoring/index.ts'
import { openVisitsOf } from './act-on-supervision.ts'
import { burdenOf } from './burden.ts'
import { ticketToday } from './late.ts'
import { linesOf } from './list.ts'
import { nextShown, stepsShown } from './next-shown.ts'
import { supervisionIsVisible, supervisionVisibleTo } from './scope.ts'
import { itemKeeper, type KeptSupervision, supervisionKeeper, visitKeeper } from './store.ts'

type Reply = ReplyOf<typeof showSupervision>

export const visibleSupervision = (db: Reader, actor: Actor, id: string): Promise<KeptSupervision | undefined> =>
  supervisionKeeper.find(db, id, supervisionIsVisible(supervisionVisibleTo(actor)))

const mayNow = (supervision: Supervision, actor: Actor, openVisits: number): SupervisionCommandKind[] => {
  const may = actor.posts
    .filter(({ unitId }) => unitId === supervision.unitId)
    .flatMap(({ kind }) => commandsFor(supervisionWorkflow, supervision.state, kind))
  return [...new Set(may)].filter((command) => command !== 'conclude' || openVisits === 0)
}

/** Visits in the order of the units chosen, each with its items. */
const visitsOf = async (db: Reader, { id, content }: Supervision, today: string): Promise<Reply['visits']> => {
  const rows = await db.selectFrom('supervision_visit').selectAll().where('supervision_id', '=', id).execute()
  const visits = await visitKeeper.complete(db, rows)
  const kept = await db
    .selectFrom('rectification')
    .selectAll()
    .where('supervision_id', '=', id)
    .orderBy('due')
    .orderBy('id')
    .execute()
  const items = await itemKeeper.complete(db, kept)
  const calendar = await workCalendar(db)
  const unitIds = rows.map(({ unit_id }) => unit_id)
  const names = await namesOf(db, { units: unitIds })
  const yearOf = (on: string | null): number => Number((on ?? today).slice(0, 4))
  const years = [...new Set(rows.map(({ visited_on }) => yearOf(visited_on)))]
  const burdens = new Map(
    await Promise.all(years.map(async (year) => [year, await burdenOf(db, unitIds, year)] as const)),
  )
  const place = new Map(content.unitIds.map((unitId, at) => [unitId, at]))
  return visits
    .toSorted((a, b) => (place.get(a.row.unit_id) ?? 0) - (place.get(b.row.unit_id) ?? 0))
    .map(({ model: visit }) => {
      const burden = burdens.get(yearOf(visit.standing.notes?.on ?? null))?.(visit.unitId)
      return {
        supervisionVisitId: visit.id,
        unitName: names.get(visit.unitId) ?? '',
        state: visit.state,
        on: visit.standing.notes?.on ?? null,
        findings: visit.standing.notes?.findings.length ?? 0,
        inYear: (burden?.supervised ?? 0) + (burden?.verified ?? 0),
        items: items
          .filter(({ model }) => model.visitId === visit.id)
          .map(({ model }) => ({
            rectificationId: model.id,
            subject: model.demand.subject,
            state: model.state,
            ticket: ticketToday(model, calendar, today),
          })),
      }
    })
}

const chosenOf = async (db: Reader, { state, content }: Supervision, today: string): Promise<Reply['chosen']> => {
  if (state !== 'draft' && state !== 'toOrder') return []
  const names = await namesOf(db, { units: content.unitIds })
  const burden = await burdenOf(db, content.unitIds, Number(today.slice(0, 4)))
  return content.unitIds.map((unitId) => {
    const { supervised, verified } = burden(unitId)
    return { unitName: names.get(unitId) ?? '', inYear: supervised + verified }
  })
}

export const show = async (
  db: Reader,
  actor: Actor,
  supervisionId: string,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const one = await visibleSupervision(db, actor, supervisionId)
  const [line] = one ? await linesOf(db, [one], actor) : []
  if (!one || !line) return refuse('platform.notFound')
  const { model: supervision } = one
  const { content, standing, steps } = supervision
  const open = (await openVisitsOf(db, [supervision.id])).get(supervision.id) ?? 0
  const names = await namesOf(db, {
    units: [supervision.unitId, ...steps.map(({ by }) => by.unitId)],
    people: steps.map(({ by }) => by.personId),
  })
  const { order, conclusion } = standing
  return ok({
    ...line,
    basis: content.basis,
    wording: content.body,
    subjects: [...content.subjects],
    unitIds: [...content.unitIds],
    ladder: content.ladder,
    order: order
      ? {
          words: order.words,
          on: order.on,
          by: names.get(order.by.personId) ?? '',
          scanDigest: order.scanDigest ?? null,
        }
      : null,
    conclusion: conclusion
      ? {
          words: conclusion.words,
          on: conclusion.on,
          by: names.get(conclusion.by.personId) ?? '',
          circularId: conclusion.circularId ?? null,
        }
      : null,
    visits: await visitsOf(db, supervision, today),
    chosen: await chosenOf(db, supervision, today),
    steps: stepsShown<SupervisionCommandKind>(steps, names),
    next: await nextShown<SupervisionCommandKind>(db, nextOnSupervision(supervision, open), names, today),
    may: mayNow(supervision, actor, open),
    today,
  })
}
