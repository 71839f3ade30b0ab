import { performance } from 'node:perf_hooks'
import type { Database } from '../database/database.ts'
import type { Clock } from '../door/context.ts'
import type { Logger } from '../logger.ts'
import { type ActingInstallation, logActs, writeLogAct } from './log-acts.ts'

/** Milliseconds by which the clock may differ from the time that passed: what keeps it in step moves it by less. */
const tolerance = 5_000

export interface Jump {
  /** Seconds forward; negative where the clock was set back. */
  readonly seconds: number
  readonly from: string
  readonly to: string
}

/** Holds a clock against the time that passed by the machine's own count, which nobody sets. */
export const watchClock = (clock: Clock, passed: () => number = () => performance.now()) => {
  let last = { wall: clock.now().getTime(), passed: passed() }
  return (): Jump | undefined => {
    const now = { wall: clock.now().getTime(), passed: passed() }
    const expected = last.wall + now.passed - last.passed
    last = now
    if (Math.abs(now.wall - expected) <= tolerance) return undefined
    const seconds = Math.round((now.wall - expected) / 1000)
    return { seconds, from: new Date(expected).toISOString(), to: new Date(now.wall).toISOString() }
  }
}

/** What is newest in the log, where it lies ahead of the clock: set back while nothing ran. */
export const jumpSinceLast = async (db: Database, clock: Clock): Promise<Jump | undefined> => {
  const newest = await db.selectFrom('act').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const now = clock.now()
  if (newest === undefined || newest.at.getTime() <= now.getTime() + tolerance) return undefined
  const seconds = Math.round((now.getTime() - newest.at.getTime()) / 1000)
  return { seconds, from: newest.at.toISOString(), to: now.toISOString() }
}

export const logJump = (db: Database, facts: ActingInstallation, clock: Clock, jump: Jump): Promise<void> =>
  writeLogAct(db, facts, clock.now(), { action: logActs.clock, event: { type: 'clockJumped', ...jump } })

export interface ClockWatching {
  readonly database: () => Database | null
  readonly installation: { readonly current: () => ActingInstallation | null }
  readonly clock: Clock
  readonly logger: Logger
}

/** Looks once a second, and once at the start; each jump is an act. A rehearsal's days are moved on purpose, by acts of their own. */
export const keepClock = ({ database, installation, clock, logger }: ClockWatching): { readonly stop: () => void } => {
  const look = watchClock(clock)
  const tell = async (found: Jump | undefined): Promise<void> => {
    const [db, facts] = [database(), installation.current()]
    if (found === undefined || db === null || facts?.kind !== 'real') return
    logger.warn('clock jumped', { ...found })
    await logJump(db, facts, clock, found)
  }
  const failed = (error: Error): void => logger.error('clock not watched', { message: error.message })
  const begin = async (): Promise<void> => {
    const db = database()
    if (db !== null) await tell(await jumpSinceLast(db, clock))
  }
  begin().catch(failed)
  const timer = setInterval(() => void tell(look()).catch(failed), 1_000)
  return { stop: () => clearInterval(timer) }
}
