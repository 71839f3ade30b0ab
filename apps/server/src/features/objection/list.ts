import type { listObjections } from '@quanheng/contract/objection'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { type WorkCalendar, workingDaysBetween } from '@quanheng/domain/kernel/working-days'
import { dueOf, isOpen } from '@quanheng/domain/objection/model'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnObjection } from '@quanheng/domain/workbench/next-on-objection'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import { workCalendar } from '../calendar/index.ts'
import { namesOf } from '../scoring/index.ts'
import { objectionIsVisible, objectionsVisibleTo } from './scope.ts'
import { accountsOf, signersOf } from './separated.ts'
import { type KeptObjection, objectionKeeper } from './store.ts'

export type ObjectionLine = ReplyOf<typeof listObjections>['rows'][number]
export type ObjectionFilter = Pick<QueryOf<typeof listObjections>, 'q' | 'state' | 'overdue'>

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Who may not score again: read only while that is asked. */
export const barredFrom = async (db: Reader, { model }: KeptObjection): Promise<readonly string[]> => {
  if (model.state !== 'rescoring') return []
  const answered = model.standing.answer?.by.personId
  return accountsOf(db, [...(await signersOf(db, model.score)), ...(answered === undefined ? [] : [answered])])
}

const daysOver = (one: KeptObjection['model'], calendar: WorkCalendar, today: string): number => {
  const due = dueOf(one)
  if (due === undefined || due >= today) return 0
  const days = workingDaysBetween(calendar, due, today)
  return days.ok ? Math.max(1, days.value) : 1
}

/** A day past, for the condition on rows: the same as `dueOf`. */
const isOverdue = (today: string) => sql<boolean>`(
  (objection.state = 'answering' AND objection.standing #>> '{receipt,answerBy}' < ${today})
  OR (objection.state IN ('rescoring', 'toDecide', 'toConfirm') AND objection.standing #>> '{receipt,decideBy}' < ${today}))`

const inSight = (db: Reader, actor: Actor, { q, state, overdue }: ObjectionFilter, today: string) => {
  let found = db
    .selectFrom('objection')
    .innerJoin('unit', 'unit.id', 'objection.unit_id')
    .where(objectionIsVisible(objectionsVisibleTo(actor)))
  if (state !== undefined) found = found.where('objection.state', '=', state)
  if (overdue !== undefined) found = found.where(isOverdue(today))
  if (q !== undefined && q !== '') {
    found = found.where(
      sql<boolean>`(unit.name LIKE ${like(q)} OR objection.leaf_name LIKE ${like(q)}
        OR objection.standing #>> '{receipt,documentNumber}' LIKE ${like(q)})`,
    )
  }
  return found
}

const openFirst = sql`(objection.state IN ('kept', 'corrected', 'declined', 'withdrawn'))`

export const linesOf = async (
  db: Reader,
  actor: Actor,
  loaded: readonly KeptObjection[],
  today: string,
): Promise<ObjectionLine[]> => {
  const calendar = await workCalendar(db)
  const names = await namesOf(db, {
    units: loaded.flatMap(({ row }) => [row.unit_id, row.scorer_unit_id]),
  })
  const planIds = [...new Set(loaded.map(({ row }) => row.plan_id))]
  const plans =
    planIds.length === 0 ? [] : await db.selectFrom('plan').select(['id', 'title']).where('id', 'in', planIds).execute()
  const titles = new Map(plans.map(({ id, title }) => [id, title]))
  return Promise.all(
    loaded.map(async (one): Promise<ObjectionLine> => {
      const { row, model } = one
      const { receipt, decision } = model.standing
      const act = isOpen(model) ? nextOnObjection(model, await barredFrom(db, one)) : undefined
      return {
        id: row.id,
        version: row.version,
        state: model.state,
        documentNumber: receipt?.documentNumber ?? null,
        planTitle: titles.get(row.plan_id) ?? '',
        leafName: row.leaf_name,
        unitName: names.get(row.unit_id) ?? '',
        scorerName: names.get(row.scorer_unit_id) ?? '',
        points: model.score.points,
        fullMark: model.score.fullMark,
        registeredOn: receipt?.on ?? null,
        due: dueOf(model) ?? null,
        overdue: daysOver(model, calendar, today),
        to: decision?.confirmedBy && decision.found.outcome === 'corrected' ? decision.found.to : null,
        decidedOn: decision?.confirmedBy ? decision.decidedOn : null,
        mine: act !== undefined && holdings(actor).some((held) => mayAct(act, held)),
      }
    }),
  )
}

export const list = async (
  db: Reader,
  actor: Actor,
  { page, size, ...filter }: QueryOf<typeof listObjections>,
  today: string,
): Promise<ReplyOf<typeof listObjections>> => {
  const found = inSight(db, actor, filter, today)
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .selectAll('objection')
    .orderBy(openFirst)
    .orderBy('objection.number', 'desc')
    .orderBy('objection.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { total: Number(total), rows: await linesOf(db, actor, await objectionKeeper.complete(db, rows), today) }
}

/** All of the filtered register, by number; what has none yet comes last. */
export const allObjections = async (
  db: Reader,
  actor: Actor,
  filter: ObjectionFilter,
  today: string,
): Promise<readonly KeptObjection[]> =>
  objectionKeeper.complete(
    db,
    await inSight(db, actor, filter, today)
      .selectAll('objection')
      .orderBy('objection.number')
      .orderBy('objection.id')
      .execute(),
  )
