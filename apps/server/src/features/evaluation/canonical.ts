import type { Reader } from '../../platform/database/database.ts'
import { ballotForm } from './ballots.ts'
import { evaluationKeeper } from './store.ts'
import { ticketForm } from './tickets.ts'

/** Canonical form from the live row, for the test that recomputes what acts say; undefined where there is no such row. */
export const evaluationNouns = {
  evaluation: async (db: Reader, id: string) => {
    const found = await evaluationKeeper.find(db, id)
    return found && evaluationKeeper.canonical(found)
  },
  evaluationBallot: async (db: Reader, id: string) => {
    const row = await db.selectFrom('evaluation_ballot').selectAll().where('id', '=', id).executeTakeFirst()
    return row && ballotForm(row)
  },
  evaluationTicket: async (db: Reader, id: string) => {
    const row = await db.selectFrom('evaluation_ticket').selectAll().where('id', '=', id).executeTakeFirst()
    return row && ticketForm(row)
  },
}
