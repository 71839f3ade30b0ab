import type { Database } from './database/database.ts'
import type { Installation } from './door/act.ts'
import type { Actor } from './door/actor.ts'
import { type Clock, type Context, contextOf, dayOf } from './door/context.ts'
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
  readonly chooseKind: (kind: 'real' | 'rehearsal') => Promise<void>
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

export interface InstallationFacts extends Installation {
  /** Rehearsal only. */
  readonly businessDate: string | null
}

/** The installation row, read once and again after the acts that change it; null before the first run. */
export interface InstallationState {
  readonly current: () => InstallationFacts | null
  readonly reload: () => Promise<void>
}

export const openInstallation = async (database: () => Database): Promise<InstallationState> => {
  let facts: InstallationFacts | null = null
  const reload = async (): Promise<void> => {
    const row = await database().selectFrom('installation').selectAll().executeTakeFirst()
    facts =
      row === undefined
        ? null
        : { kind: row.kind, origin: row.origin, saltKey: row.salt_key, businessDate: row.business_date }
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
