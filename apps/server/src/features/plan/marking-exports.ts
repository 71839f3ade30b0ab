import type { QueryRoute } from '@quanheng/contract/route'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { QueryHandler } from '../../platform/door/outcome.ts'
import type { Binding } from '../../platform/http/bind.ts'

/**
 * Whether a plan in force of the newest year has exports carry a mark. A list of people or of acts belongs to no plan, and who takes a file out now
 * does so under the rules of now, whatever year it tells of (docs/adr/0039).
 */
const marksExports = async (db: Reader): Promise<boolean> => {
  const inForce = db
    .selectFrom('plan')
    .innerJoin('plan_version', (join) =>
      join.onRef('plan_version.plan_id', '=', 'plan.id').onRef('plan_version.number', '=', 'plan.issued_number'),
    )
    .where('plan.kind', '=', 'appraisalPlan')
  const found = await inForce
    .select('plan.id')
    .where(sql<boolean>`plan_version.content #>> '{settings,watermark,value}' = 'nameUnitTime'`)
    .where(
      'plan.year',
      '=',
      inForce.select(({ fn }) => fn.max('plan.year').as('year')),
    )
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Reads that give a file are told whether it is to be marked; everything else stays as it was. */
export const markingExports = (binding: Binding): Binding => {
  if (binding.route.kind !== 'query' || binding.route.reply !== 'file') return binding
  const { handler } = binding as { readonly handler: QueryHandler<QueryRoute> }
  const marking: QueryHandler<QueryRoute> = async (asked) =>
    handler((await marksExports(asked.db)) ? { ...asked, context: { ...asked.context, marksExports: true } } : asked)
  return { ...binding, handler: marking } as Binding
}
