import type { RunContent } from '@quanheng/domain/result/run-content'
import type { Reader } from '../../platform/database/database.ts'
import { type LoadedResult, resultOf } from './result-store.ts'
import { runOf } from './run-store.ts'

export interface FrozenRun extends LoadedResult {
  readonly run: RunContent
}

/** A locked version with everything in it, by its id; undefined where there is none. Unscoped. */
export const frozenRun = async (db: Reader, id: string): Promise<FrozenRun | undefined> => {
  const row = await db.selectFrom('result').selectAll().where('id', '=', id).executeTakeFirst()
  const run = row && (await runOf(db, row.run_digest))
  return row && run && { row, result: resultOf(row), run }
}
