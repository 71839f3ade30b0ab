import type { Sights } from '../../../platform/work/sight.ts'
import { resultsVisibleTo, seesResultsOf } from '../scope.ts'
import { questionIsVisible } from './scope.ts'

/** The round is the scoring side's; a question is read by whoever sees it, the unit that asked included. */
export const feedbackSights: Sights = {
  feedback: async (db, actor, _context, id) => {
    const row = await db
      .selectFrom('feedback')
      .innerJoin('plan', 'plan.id', 'feedback.plan_id')
      .select('plan.owner_unit_id')
      .where('feedback.id', '=', id)
      .executeTakeFirst()
    return row && seesResultsOf(resultsVisibleTo(actor), row.owner_unit_id) ? 'all' : 'nothing'
  },
  feedbackQuestion: async (db, actor, _context, id) => {
    const row = await db
      .selectFrom('feedback_question')
      .innerJoin('plan', 'plan.id', 'feedback_question.plan_id')
      .select('feedback_question.id')
      .where('feedback_question.id', '=', id)
      .where(questionIsVisible(actor))
      .executeTakeFirst()
    return row === undefined ? 'nothing' : 'all'
  },
}
