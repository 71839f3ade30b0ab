import type { Sights } from '../../platform/work/sight.ts'
import { evaluationIsVisible, readsEvaluation } from './scope.ts'
import { evaluationKeeper } from './store.ts'

/** The body and observers read the whole history, evaluators who did what when. A ballot is its evaluator's alone. */
export const evaluationSights: Sights = {
  evaluation: async (db, actor, _context, id) => {
    const found = await evaluationKeeper.find(db, id, evaluationIsVisible(actor))
    if (!found) return 'nothing'
    return readsEvaluation(actor, found.model) ? 'all' : 'heads'
  },
  evaluationBallot: async (db, actor, _context, id) => {
    const row = await db.selectFrom('evaluation_ballot').select('person_id').where('id', '=', id).executeTakeFirst()
    return row?.person_id === actor.personId ? 'all' : 'nothing'
  },
  evaluationTicket: async (db, actor, _context, id) => {
    const row = await db.selectFrom('evaluation_ticket').select('person_id').where('id', '=', id).executeTakeFirst()
    return row?.person_id === actor.personId ? 'all' : 'nothing'
  },
}
