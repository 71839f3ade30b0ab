import type { listPlans } from '@quanheng/contract/plan'
import type { QueryOf, ReplyOf } from '@quanheng/contract/route'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type PlanScope, planIsVisible } from './scope.ts'

type Filter = QueryOf<typeof listPlans>

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Who may not see the draft of a plan is shown the version in force: its title, its state, its number. */
const shownColumns = (scope: PlanScope) => {
  const seesDraft = scope.all
    ? sql<boolean>`true`
    : sql<boolean>`plan.owner_unit_id = ANY(${[...scope.ownUnitIds]}::uuid[])`
  return {
    title: sql<string>`CASE WHEN ${seesDraft} THEN plan.title ELSE v.content->>'title' END`,
    state: sql<'draft' | 'checked' | 'issued' | 'discarded'>`CASE WHEN ${seesDraft} THEN plan.state ELSE 'issued' END`,
    number: sql<number>`CASE WHEN ${seesDraft} THEN plan.number ELSE plan.issued_number END`,
  }
}

const sortable = new Map([
  ['year', 'plan.year'],
  ['title', 'plan.title'],
  ['ownerName', 'unit.sort_code'],
  ['documentDate', 'v.document_date'],
  ['documentNumber', 'v.document_number'],
  ['state', 'plan.state'],
  ['kind', 'plan.kind'],
])

const orderOf = (sort: string | undefined) => {
  const column = sortable.get(sort?.replace(/^-/, '') ?? '')
  if (column === undefined) return sql`plan.year DESC, plan.kind, unit.sort_code, plan.id`
  return sql`${sql.ref(column)} ${sort?.startsWith('-') ? sql`DESC NULLS LAST` : sql`ASC NULLS LAST`}, plan.id`
}

/** Plans in the scope. Those given up are listed only when asked for. */
export const listVisible = async (db: Reader, scope: PlanScope, filter: Filter): Promise<ReplyOf<typeof listPlans>> => {
  const shown = shownColumns(scope)
  let found = db
    .selectFrom('plan')
    .innerJoin('unit', 'unit.id', 'plan.owner_unit_id')
    .leftJoin('plan_version as v', (join) =>
      join.onRef('v.plan_id', '=', 'plan.id').onRef('v.number', '=', 'plan.issued_number'),
    )
    .where(planIsVisible(scope))
  found =
    filter.state === undefined
      ? found.where('plan.state', '!=', 'discarded')
      : found.where(sql<boolean>`${shown.state} = ${filter.state}`)
  if (filter.year !== undefined) found = found.where('plan.year', '=', filter.year)
  if (filter.kind !== undefined) found = found.where('plan.kind', '=', filter.kind)
  if (filter.q !== undefined && filter.q !== '') {
    const pattern = like(filter.q)
    found = found.where(
      sql<boolean>`(${shown.title} LIKE ${pattern} OR v.document_number LIKE ${pattern} OR unit.name LIKE ${pattern})`,
    )
  }
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select([
      'plan.id',
      'plan.kind',
      'plan.year',
      'plan.owner_unit_id as ownerUnitId',
      'unit.name as ownerName',
      'plan.issued_number as issuedNumber',
      'plan.parent_plan_id as parentPlanId',
      'v.document_number as documentNumber',
      'v.document_date as documentDate',
      shown.title.as('title'),
      shown.state.as('state'),
      shown.number.as('number'),
    ])
    .orderBy(orderOf(filter.sort))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return { total, rows }
}
