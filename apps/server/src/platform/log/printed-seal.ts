import { sealMark } from '@quanheng/log/seal-mark'
import type { Reader } from '../database/database.ts'
import { newestCheckpoint } from './seal.ts'

/**
 * What every paper shows of the log, `存证点 1234 3f9a02bc-77d1e05a`: paper that has left the house is a copy of the checkpoint that no
 * database can take back. Undefined before the first checkpoint.
 */
export const printedSeal = async (db: Reader): Promise<string | undefined> => {
  const newest = await newestCheckpoint(db)
  return newest && `存证点 ${sealMark(newest)}`
}
