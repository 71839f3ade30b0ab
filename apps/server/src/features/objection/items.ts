import type { listObjectionItems } from '@quanheng/contract/objection'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import { workCalendar } from '../calendar/index.ts'
import { publishedScores, windowUntil } from './published.ts'

type Row = ReplyOf<typeof listObjectionItems>['rows'][number]

/** Plans that score an own unit, and those of the years that the own office runs. */
const plansNear = async (
  db: Reader,
  units: readonly string[],
  offices: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT plan.id FROM plan LEFT JOIN plan head ON head.id = plan.parent_plan_id
    WHERE plan.kind = 'indicatorPlan' AND plan.issued_number IS NOT NULL
      AND (plan.named_unit_ids && ${[...units]}::uuid[] OR coalesce(head.owner_unit_id, plan.owner_unit_id) = ANY(${[...offices]}::uuid[]))
      AND EXISTS (SELECT FROM result WHERE result.plan_id = coalesce(head.id, plan.id) AND result.state = 'issued')
    ORDER BY plan.year DESC, plan.title, plan.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Published scores, plan by plan in the order of the report. A unit finds its own; the office all of its years. */
export const items = async (
  db: Reader,
  actor: Actor,
  { page, size, q = '' }: QueryOf<typeof listObjectionItems>,
  today: string,
): Promise<ReplyOf<typeof listObjectionItems>> => {
  const units = unitIdsOf(postsFor(actor, 'objection.begin'))
  const offices = unitIdsOf(postsFor(actor, 'objection.enter'))
  const calendar = await workCalendar(db)
  const rows: Row[] = []
  for (const planId of await plansNear(db, units, offices)) {
    const published = await publishedScores(db, planId)
    if (published === undefined) continue
    const until = windowUntil(published, calendar)
    const office = offices.includes(published.head.ownerUnitId)
    const names = new Map(published.run.units.map(({ id, name }) => [id, name]))
    for (const leaf of published.run.leaves) {
      for (const [at, unitId] of leaf.unitIds.entries()) {
        const own = units.includes(unitId)
        if (!own && !office) continue
        const unitName = names.get(unitId) ?? ''
        if (q !== '' && !`${unitName} ${leaf.name} ${published.plan.title}`.includes(q)) continue
        rows.push({
          itemId: leaf.itemIds[at] ?? '',
          planTitle: published.plan.title,
          leafName: leaf.name,
          unitName,
          points: leaf.points[at] ?? '',
          fullMark: leaf.fullMarks[at] ?? '',
          issuedOn: published.issuedOn,
          until,
          open: own && until !== null && today <= until,
          objectionId: null,
          enter: office,
        })
      }
    }
  }
  const shown = rows.slice((page - 1) * size, page * size)
  const made = await objectionsOn(
    db,
    shown.map(({ itemId }) => itemId),
  )
  return { total: rows.length, rows: shown.map((row) => ({ ...row, objectionId: made.get(row.itemId) ?? null })) }
}

const objectionsOn = async (db: Reader, itemIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (itemIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('objection')
    .select(['id', 'item_id'])
    .where('item_id', 'in', [...itemIds])
    .where('state', 'not in', ['declined', 'withdrawn'])
    .execute()
  return new Map(rows.map(({ id, item_id }) => [item_id, id]))
}
