import { sql } from 'kysely'
import type { Database, Reader } from '../database/database.ts'
import type { FileCheckRow, FileScanRow } from '../database/tables.ts'
import { type Clock, type Context, contextOf } from '../door/context.ts'
import { writeOwnAct } from '../door/own-act.ts'
import type { ActingInstallation } from '../log/log-acts.ts'
import type { Logger } from '../logger.ts'
import { keepNightly } from '../nightly.ts'
import { type CheckCause, checkFiles, type KeptFiles, newestCheck, type TellOfFaults } from './file-check.ts'
import type { FileStore } from './file-store.ts'
import { lookAt } from './picture/look.ts'
import type { Scanner, Verdict } from './scanner.ts'

/** 待查毒 · 已查毒 · 有病毒 · 未扫描. */
export type ScanState = 'received' | Verdict['state']

/** Looks after the files that the store holds: scanned, described, checked. One piece of work at a time, behind everybody's back. */
export interface Custodian {
  /** Where the virus scanner is; null where there is none. */
  readonly scanner: string | null
  /** Takes up a file that has just come. */
  readonly received: (sha256: string) => void
  /** Whether the bytes may be handed out: infected ones never; one that nobody has scanned yet is scanned first. */
  readonly mayServe: (sha256: string) => Promise<boolean>
  /** Takes up what came while nobody looked: before a start, in a rehearsal's loading, while the scanner was away. */
  readonly catchUp: () => Promise<void>
  /** Hashes stored files again, now: all of them, or at night as many as there is time for. Null before the first run. */
  readonly check: (cause: CheckCause) => Promise<FileCheckRow | null>
  /** No new work is begun, and a check ends where it is, keeping its place. Resolves when nothing is under way. */
  readonly stop: () => Promise<void>
  /** When that was last done; null before the first time. */
  readonly checkedAt: () => Promise<Date | null>
  /** Resolves when nothing is under way. */
  readonly settled: () => Promise<void>
}

export interface CustodianMeans {
  /** Null while a rehearsal is put in its place. */
  readonly database: () => Database | null
  readonly installation: {
    readonly current: () => ActingInstallation | null
  }
  readonly files: FileStore
  readonly keptFiles: KeptFiles
  readonly tellOfFaults: TellOfFaults
  readonly scanner: Scanner | null
  readonly clock: Clock
  readonly logger: Logger
}

/** The verdict that counts. */
export const newestScan = (db: Reader, sha256: string): Promise<FileScanRow | undefined> =>
  db.selectFrom('file_scan').selectAll().where('sha256', '=', sha256).orderBy('at', 'desc').limit(1).executeTakeFirst()

/** The state of each file: 待查毒 where a scanner has yet to come to it, 未扫描 where there is none. */
export const scansOf = async (
  db: Reader,
  { scanner }: Pick<Custodian, 'scanner'>,
  digests: readonly string[],
): Promise<ReadonlyMap<string, ScanState>> => {
  const rows =
    digests.length === 0
      ? []
      : await db
          .selectFrom('file_scan')
          .distinctOn('sha256')
          .select(['sha256', 'state'])
          .where('sha256', 'in', [...digests])
          .orderBy('sha256')
          .orderBy('at', 'desc')
          .execute()
  const found = new Map(rows.map((row) => [row.sha256, row.state]))
  const otherwise: ScanState = scanner === null ? 'unscanned' : 'received'
  return new Map(digests.map((digest) => [digest, found.get(digest) ?? otherwise]))
}

/** Milliseconds that a nightly check may take, before people come; what is left over waits for the next night. */
const night = 2 * 3_600_000
/** Files taken up at a time where many are waiting. */
const batch = 200
/** Milliseconds after which a file that could not be scanned is tried again. */
const retry = 3_600_000

export const makeCustodian = (means: CustodianMeans): Custodian => {
  const { database, installation, files, keptFiles, tellOfFaults, scanner, clock, logger } = means
  const scanning = new Map<string, Promise<Verdict>>()

  const contextNow = (): Context => {
    const now = clock.now()
    return contextOf(installation.current(), now, `custody\n${now.toISOString()}`)
  }

  const keepVerdict = async (db: Database, sha256: string, verdict: Verdict, by: Scanner): Promise<void> => {
    const row = {
      sha256,
      at: clock.now(),
      state: verdict.state,
      finding: verdict.state === 'infected' ? verdict.finding : verdict.state === 'unscanned' ? verdict.cause : null,
      scanner: by.name,
    }
    const facts = installation.current()
    if (verdict.state !== 'infected' || facts === null) {
      await db
        .insertInto('file_scan')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return
    }
    const sent = await db.selectFrom('upload').select('name').distinct().where('sha256', '=', sha256).execute()
    await writeOwnAct(db, facts, contextNow(), {
      action: 'file.quarantine',
      events: [
        { type: 'fileQuarantined', digest: sha256, finding: verdict.finding, names: sent.map(({ name }) => name) },
      ],
      changes: [],
      save: async (tx) => {
        await tx
          .insertInto('file_scan')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      },
    })
    logger.warn('infected file quarantined', { sha256, finding: verdict.finding })
  }

  /** Opened when it is first asked for: a scanner that cannot be reached leaves no file open. */
  async function* bytesOf(sha256: string): AsyncIterable<Uint8Array> {
    yield* files.open(sha256) as AsyncIterable<Uint8Array>
  }

  /** One scan a file, whoever asks for it meanwhile. */
  const scanned = (db: Database, sha256: string, by: Scanner): Promise<Verdict> => {
    const running = scanning.get(sha256)
    if (running !== undefined) return running
    const mine = (async () => {
      const verdict = await by.scan(bytesOf(sha256))
      await keepVerdict(db, sha256, verdict, by)
      return verdict
    })().finally(() => scanning.delete(sha256))
    scanning.set(sha256, mine)
    return mine
  }

  const takeUp = async (sha256: string): Promise<void> => {
    const db = database()
    if (db === null) return
    if (scanner !== null) {
      const before = await newestScan(db, sha256)
      if ((before === undefined || before.state === 'unscanned') && (await files.has(sha256))) {
        await scanned(db, sha256, scanner)
      }
    }
    await lookAt(db, files, sha256, clock.now())
  }

  let stopped = false
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch((error: Error) => logger.error('custody of files failed', { message: error.message }))
    return mine
  }

  /**
   * What nobody has looked at, and, with a scanner, what it has not passed judgement on: once an hour while it cannot, never again
   * what is too long for it.
   */
  const waiting = async (db: Database): Promise<readonly string[]> => {
    const { rows } = await sql<{ sha256: string }>`
      SELECT DISTINCT u.sha256 FROM upload u
      WHERE NOT EXISTS (SELECT FROM picture p WHERE p.sha256 = u.sha256)
        OR (${scanner !== null} AND NOT EXISTS (SELECT FROM file_scan s WHERE s.sha256 = u.sha256
          AND (s.state <> 'unscanned' OR s.finding = 'tooLarge' OR s.at > ${new Date(clock.now().getTime() - retry)})))
      ORDER BY u.sha256 LIMIT ${batch}`.execute(db)
    return rows.map((row) => row.sha256)
  }

  return {
    scanner: scanner?.name ?? null,
    received: (sha256) => void inTurn(() => takeUp(sha256)).catch(() => undefined),
    mayServe: async (sha256) => {
      const db = database()
      if (db === null) return false
      const before = await newestScan(db, sha256)
      if (before !== undefined) return before.state !== 'infected'
      if (scanner === null) return true
      return (await scanned(db, sha256, scanner)).state !== 'infected'
    },
    catchUp: () =>
      inTurn(async () => {
        const db = database()
        if (db === null) return
        for (const sha256 of await waiting(db)) if (!stopped) await takeUp(sha256)
      }),
    check: (cause) =>
      inTurn(async () => {
        const [db, facts] = [database(), installation.current()]
        if (db === null || facts === null) return null
        const began = performance.now()
        const mayGoOn = () => !stopped && (cause === 'command' || performance.now() - began < night)
        const check = await checkFiles(
          { db, files, keptFiles, tellOfFaults, installation: facts, contextNow, mayGoOn },
          cause,
        )
        if (check.faults.length > 0) logger.error('stored files damaged', { faults: check.faults.length })
        return check
      }),
    checkedAt: async () => {
      const db = database()
      return db === null ? null : ((await newestCheck(db))?.ended_at ?? null)
    },
    stop: async () => {
      stopped = true
      await last
    },
    settled: async () => void (await last),
  }
}

/** Milliseconds before what was missed is taken up first, and between two such looks. */
const settling = 20_000
const interval = 60_000
/** Takes up what was missed every minute, and checks all stored files every night. */
export const keepCustody = (custodian: Custodian, clock: Clock): { readonly stop: () => Promise<void> } => {
  const look = (): void => void custodian.catchUp().catch(() => undefined)
  const opening = setTimeout(look, settling)
  const timer = setInterval(look, interval)
  const checking = keepNightly(clock, { doneAt: custodian.checkedAt, work: () => custodian.check('nightly') })
  return {
    stop: async () => {
      clearTimeout(opening)
      clearInterval(timer)
      checking.stop()
      await custodian.stop()
    },
  }
}
