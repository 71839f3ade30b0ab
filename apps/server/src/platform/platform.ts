import { sql } from 'kysely'
import type { Database } from './database/database.ts'
import type { Installation } from './door/act.ts'
import type { Actor } from './door/actor.ts'
import { beginDay, type Clock, type Context, contextOf, type DayBegan, dayOf } from './door/context.ts'
import type { Custodian } from './files/custodian.ts'
import type { FileStore } from './files/file-store.ts'
import type { Sealer } from './log/sealer.ts'
import type { Logger } from './logger.ts'
import type { SessionPolicy } from './session/session.ts'

/** What every feature is given; made once in main.ts. */
export interface Platform {
  readonly db: Database
  readonly clock: Clock
  readonly logger: Logger
  readonly files: FileStore
  readonly custodian: Custodian
  readonly sealer: Sealer
  readonly policy: SessionPolicy
  readonly installation: InstallationState
  /** Writes down, for good, what this data directory is (model.md, Real and rehearsal). */
  readonly chooseKind: (kind: 'real' | 'rehearsal' | 'archive') => Promise<void>
  readonly options: PlatformOptions
}

export interface PlatformOptions {
  readonly dataDir: string
  /** Served over TLS, here or by a proxy: cookies are marked Secure. */
  readonly secure: boolean
  /** One-time code that the terminal prints for the first run of a real directory. */
  readonly firstRunCode: string
  readonly version: string
}

export interface ArchivedYear {
  readonly year: number
  readonly title: string
  /** Day on which the package was made, and how many leaves of its log it holds. */
  readonly madeOn: string
  readonly leaves: number
}

export interface InstallationFacts extends Installation {
  /** Rehearsal only. */
  readonly businessDate: string | null
  /** Rehearsal only: where its day stood when this process began to count it. */
  readonly dayBegan: DayBegan | null
  /** The year that was taken in from its package; null where this is no archive. Whatever would change it is refused. */
  readonly archived: ArchivedYear | null
}

/** The installation row, read once and again after the acts that change it; null before the first run. */
export interface InstallationState {
  readonly current: () => InstallationFacts | null
  readonly reload: () => Promise<void>
}

const archivedYear = async (db: Database): Promise<ArchivedYear | null> => {
  const { rows } = await sql<ArchivedYear>`
    SELECT year, title, made_on::text AS "madeOn", leaves FROM archive ORDER BY at LIMIT 1`.execute(db)
  return rows[0] ?? null
}

const dayBegan = async (db: Database, day: string, { now }: Clock): Promise<DayBegan> => {
  const acts = db.selectFrom('act').select('at').where('business_date', '=', day)
  const newest = await acts.orderBy('at', 'desc').limit(1).executeTakeFirst()
  return beginDay(day, now(), newest?.at)
}

export const openInstallation = async (database: () => Database, clock: Clock): Promise<InstallationState> => {
  let facts: InstallationFacts | null = null
  const reload = async (): Promise<void> => {
    const row = await database().selectFrom('installation').selectAll().executeTakeFirst()
    facts =
      row === undefined
        ? null
        : {
            kind: row.kind,
            origin: row.origin,
            saltKey: row.salt_key,
            businessDate: row.business_date,
            dayBegan: row.business_date === null ? null : await dayBegan(database(), row.business_date, clock),
            archived: row.kind === 'archive' ? await archivedYear(database()) : null,
          }
  }
  await reload()
  return { current: () => facts, reload }
}

/** Today as business sees it: the machine's day, or the rehearsal's movable date. */
export const today = (platform: Pick<Platform, 'clock' | 'installation'>): string =>
  platform.installation.current()?.businessDate ?? dayOf(platform.clock.now())

/** Context of one request; in a rehearsal its ids follow from the person and the key. */
export const contextFor = (platform: Pick<Platform, 'clock' | 'installation'>, actor: Actor, key: string): Context =>
  contextOf(platform.installation.current(), platform.clock.now(), `${actor.personId}\n${key}`)

/** Milliseconds that a request may take and still be of the moment at which it came. */
const moment = 30_000

/**
 * The same request when its long work has ended, on the day on which it was asked for: an act that took so long is of its end, or leaves would
 * stand out of their order (docs/adr/0099).
 */
export const contextLater = (platform: Pick<Platform, 'clock' | 'installation'>, context: Context): Context => {
  const { now } = contextOf(platform.installation.current(), platform.clock.now(), '')
  return now.getTime() - context.now.getTime() > moment ? { ...context, now } : context
}
