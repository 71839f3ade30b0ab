import { normaliseCode } from '@quanheng/domain/kernel/normalise'
import type { Reader } from '../../platform/database/database.ts'

export interface Factor {
  readonly id: string
  readonly secret: string
  readonly madeAt: Date
}

/** The second factor that a person has now; null where none was enrolled, or the last one was released. */
export const standingFactor = async (db: Reader, personId: string): Promise<Factor | null> => {
  const row = await db
    .selectFrom('second_factor')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('made_at', 'desc')
    .executeTakeFirst()
  return row === undefined || row.released ? null : { id: row.id, secret: row.secret, madeAt: row.made_at }
}

/** Read when somebody has a factor, not at every start of the server. */
export const otp = () => import('otplib')

const seconds = 30

/**
 * The time step (RFC 6238 §4) whose code was typed, one step early or late allowed; null where it is no such code.
 * Full-width digits count as digits.
 */
export const stepOfCode = async (secret: string, typed: string, now: Date): Promise<number | null> => {
  const token = normaliseCode(typed)
  if (!/^\d{6}$/.test(token)) return null
  const epoch = Math.floor(now.getTime() / 1000)
  const { verify } = await otp()
  const verdict = await verify({ secret, token, epoch, epochTolerance: seconds })
  return verdict.valid ? Math.floor(epoch / seconds) + verdict.delta : null
}
