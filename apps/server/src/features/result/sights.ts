import type { Sights } from '../../platform/work/sight.ts'
import { resultsVisibleTo, seesResultsOf } from './scope.ts'

/** Who may read the act history of a report, run, locked version or its words: whoever sees the pages of it. */
export const resultSights: Sights = {
  leadReport: async (db, actor, _context, id) => {
    const row = await db
      .selectFrom('lead_report')
      .innerJoin('plan', 'plan.id', 'lead_report.plan_id')
      .select(['lead_report.lead_unit_id', 'plan.owner_unit_id'])
      .where('lead_report.id', '=', id)
      .executeTakeFirst()
    const scope = resultsVisibleTo(actor)
    return row && (seesResultsOf(scope, row.owner_unit_id) || seesResultsOf(scope, row.lead_unit_id))
      ? 'all'
      : 'nothing'
  },
  run: async (db, actor, _context, id) => {
    const row = await db
      .selectFrom('run')
      .innerJoin('plan', 'plan.id', 'run.plan_id')
      .select('plan.owner_unit_id')
      .where('run.id', '=', id)
      .executeTakeFirst()
    return row && seesResultsOf(resultsVisibleTo(actor), row.owner_unit_id) ? 'all' : 'nothing'
  },
  result: async (db, actor, _context, id) => {
    const row = await db.selectFrom('result').select('owner_unit_id').where('id', '=', id).executeTakeFirst()
    return row && seesResultsOf(resultsVisibleTo(actor), row.owner_unit_id) ? 'all' : 'nothing'
  },
  paper: async (db, actor, _context, id) => {
    const row = await db.selectFrom('paper').select('owner_unit_id').where('id', '=', id).executeTakeFirst()
    return row && seesResultsOf(resultsVisibleTo(actor), row.owner_unit_id) ? 'all' : 'nothing'
  },
}
