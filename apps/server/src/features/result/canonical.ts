import type { Reader } from '../../platform/database/database.ts'
import { canonicalPaper } from './paper-store.ts'
import { canonicalLoadedReport, reportById } from './report-store.ts'
import { canonicalLoadedResult, resultOf } from './result-store.ts'
import { canonicalRunRow, storedRun } from './run-store.ts'

/** Canonical forms from live rows, for the test that recomputes what acts say; undefined where there is no such row. */
export const resultNouns = {
  leadReport: async (db: Reader, id: string) => {
    const found = await reportById(db, id)
    return found && canonicalLoadedReport(found)
  },
  run: async (db: Reader, id: string) => {
    const row = await db.selectFrom('run').select('digest').where('id', '=', id).executeTakeFirst()
    const run = row && (await storedRun(db, row.digest))
    return run && canonicalRunRow(run)
  },
  result: async (db: Reader, id: string) => {
    const row = await db.selectFrom('result').selectAll().where('id', '=', id).executeTakeFirst()
    return row && canonicalLoadedResult({ row, result: resultOf(row) })
  },
  paper: async (db: Reader, id: string) => {
    const row = await db.selectFrom('paper').selectAll().where('id', '=', id).executeTakeFirst()
    return row && canonicalPaper(row)
  },
}
