import { canonicalDecision } from '@quanheng/domain/decision/model'
import type { Reader } from '../../platform/database/database.ts'
import { decisionsOn } from '../result/index.ts'
import { canonicalLoadedApproval, withRecords } from './approval-store.ts'
import { bookById, canonicalBook } from './book-store.ts'
import { canonicalLetterheadRow } from './letterhead-service.ts'
import { canonicalLoadedSubmission, submissionById } from './submission-store.ts'

/** Canonical forms from live rows, for the test that recomputes what acts say; undefined where there is no such row. */
export const approvalNouns = {
  approval: async (db: Reader, id: string) => {
    const [loaded] = await withRecords(db, await db.selectFrom('approval').selectAll().where('id', '=', id).execute())
    return loaded && canonicalLoadedApproval(loaded)
  },
  decision: async (db: Reader, id: string) => {
    const row = await db.selectFrom('decision').select('subject_id').where('id', '=', id).executeTakeFirst()
    const found = row && (await decisionsOn(db, [row.subject_id])).find((decision) => decision.id === id)
    return found && canonicalDecision(found)
  },
  submission: async (db: Reader, id: string) => {
    const found = await submissionById(db, id)
    return found && canonicalLoadedSubmission(found)
  },
  letterhead: async (db: Reader, id: string) => {
    const row = await db.selectFrom('letterhead').selectAll().where('id', '=', id).executeTakeFirst()
    return row && canonicalLetterheadRow(row)
  },
  numberBook: async (db: Reader, id: string) => {
    const found = await bookById(db, id)
    return found && canonicalBook(found)
  },
}
