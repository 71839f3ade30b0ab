import { join } from 'node:path'
import type { Refusal } from '@quanheng/contract/errors'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Checkpoint } from '@quanheng/log/checkpoint'
import type { Database } from '../database/database.ts'
import type { CheckpointRow } from '../database/tables.ts'
import type { Clock } from '../door/context.ts'
import type { Logger } from '../logger.ts'
import { type CheckedLog, checkLog } from './check/check-log.ts'
import type { LoggedNouns } from './check/check-rows.ts'
import { type ActingInstallation, logActs, newestLogAct, writeLogAct } from './log-acts.ts'
import type { Place } from './places/place.ts'
import { logSilent } from './places/say.ts'
import { silentPlaces } from './places/silent.ts'
import { seal } from './seal.ts'
import { sequence } from './sequencer.ts'
import { makeSigner, readSigner, type Signer } from './signer.ts'
import { unsealedTrail } from './trail.ts'

/** Signs what the log holds and hands it on; one sealing at a time, whoever asks. */
export interface Sealer {
  /** The newest checkpoint, made now if anything came since; null before the first act. */
  readonly now: (cause: string | null) => Promise<Result<CheckpointRow | null, Refusal>>
  /** Seals behind the answer of the command that asks for it; what goes wrong is `trouble`. */
  readonly soon: (cause: string) => void
  /** Resolves when no sealing is under way: nothing may be taken away under one. */
  readonly settled: () => Promise<void>
  /** Everything that was found not to be what was signed or logged, as of the last sealing and the last check. */
  readonly trouble: () => readonly Refusal[]
  /** Everything stored against everything logged; what is found becomes an act. Null where there is nothing to check yet. */
  readonly check: (nouns: LoggedNouns) => Promise<CheckedLog | null>
  /** A note over something else than the log's own heads, by the key that signs these, under a name of its own. */
  readonly attest: (head: Checkpoint) => Promise<Result<string, Refusal>>
  /** When that was last done; null before the first time. */
  readonly checkedAt: () => Promise<Date | null>
}

export interface SealerMeans {
  /** Null while a rehearsal is put in its place. */
  readonly database: () => Database | null
  /** Null before the first run. */
  readonly installation: { readonly current: () => ActingInstallation | null }
  readonly clock: Clock
  readonly logger: Logger
  readonly dataDir: string
  /** Beside the folder `checkpoints` of the data directory. A rehearsal sends nothing anywhere: its log begins anew. */
  readonly places: readonly Place[]
}

/** Below the data directory; everybody hears of it when it is missing, where that directory lies only the operator knows. */
const keyFile = join('keys', 'log.pem')

const signerFor = async (db: Database, dataDir: string): Promise<Result<Signer, Refusal>> => {
  const path = join(dataDir, keyFile)
  const found = await readSigner(path)
  if (found !== undefined) return ok(found)
  const known = await db.selectFrom('log_key').select('verifier').limit(1).executeTakeFirst()
  return known === undefined
    ? ok(await makeSigner(path))
    : refuse('checkpoint.keyMissing', { params: { file: keyFile } })
}

/** Hands the checkpoint to each place that has not had it; `again` asks them all, as after a start on who knows which database. */
const handOn = async (
  { installation, places, clock, logger }: SealerMeans,
  db: Database,
  checkpoint: CheckpointRow,
  again: boolean,
): Promise<readonly Refusal[]> => {
  const facts = installation.current()
  if (facts?.kind !== 'real') return []
  const had = await db.selectFrom('checkpoint_copy').select('place').where('size', '=', checkpoint.size).execute()
  const due = places.filter(({ name }) => again || !had.some(({ place }) => place === name))
  const found: Refusal[] = []
  for (const place of due) {
    try {
      const sent = await place.send({ db, origin: facts.origin, checkpoint })
      if (!sent.ok) {
        found.push(sent.error)
        continue
      }
      await db
        .insertInto('checkpoint_copy')
        .values({ place: place.name, size: checkpoint.size, at: clock.now(), cosignatures: sent.value })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    } catch (error) {
      logger.warn('checkpoint not delivered', { place: place.name, message: (error as Error).message })
    }
  }
  return found
}

/** Refuses where a place holds what this database does not; one that cannot be asked does not stop the sealing. */
const stillHeld = async (
  { installation, places, logger }: SealerMeans,
  db: Database,
): Promise<Result<null, Refusal>> => {
  const facts = installation.current()
  if (facts?.kind !== 'real') return ok(null)
  for (const place of places) {
    const found = await place.check?.({ db, origin: facts.origin }).catch((error: Error) => {
      logger.warn('checkpoints not compared', { place: place.name, message: error.message })
      return undefined
    })
    if (found !== undefined && !found.ok) return found
  }
  return ok(null)
}

/** Whoever asks wants what is committed to be covered: takes up the queue, or waits while another sequencer does. */
const takeUp = async (db: Database): Promise<void> => {
  for (let attempt = 0; attempt < 50; attempt++) {
    while ((await sequence(db)) > 0);
    const waiting = await db.selectFrom('leaf_queue').select('act_id').limit(1).executeTakeFirst()
    if (waiting === undefined) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** The access trail since the last time, sealed as a leaf of its own. */
const sealTrail = async ({ clock }: SealerMeans, db: Database, facts: ActingInstallation): Promise<void> => {
  const last = await newestLogAct(db, [logActs.trail])
  const part = await unsealedTrail(db, Number(last?.event?.through ?? 0), clock.now())
  if (part === undefined) return
  await writeLogAct(db, facts, clock.now(), { action: logActs.trail, event: { type: 'trailSealed', ...part } })
}

const checks = [logActs.sound, logActs.unsound]

export const makeSealer = (means: SealerMeans): Sealer => {
  const { database, installation, clock, logger, dataDir } = means
  let signer: Signer | undefined
  let first = true
  let trouble: readonly Refusal[] = []
  let found: readonly Refusal[] | undefined
  let silent: readonly Refusal[] = []

  const once = async (cause: string | null): Promise<Result<CheckpointRow | null, Refusal>> => {
    const db = database()
    const facts = installation.current()
    if (db === null || facts === null) return ok(null)
    found ??= ((await newestLogAct(db, checks))?.event?.faults ?? []) as readonly Refusal[]
    await sealTrail(means, db, facts)
    await takeUp(db)
    const held = signer === undefined ? await signerFor(db, dataDir) : ok(signer)
    if (!held.ok) return held
    signer = held.value
    const same = await stillHeld(means, db)
    if (!same.ok) return same
    const sealed = await seal(db, { signer, origin: facts.origin, now: clock.now(), cause })
    if (!sealed.ok || sealed.value === null) return sealed
    const elsewhere = await handOn(means, db, sealed.value, first)
    first = false
    if (facts.kind === 'real') {
      const names = means.places.map(({ name }) => name)
      const found = await silentPlaces(db, names, clock.now())
      silent = found.map(({ place, hours }) => ({
        code: 'checkpoint.placeSilent',
        params: { place, hours: String(hours) },
      }))
      await logSilent(db, facts, clock, found)
    }
    const [worst] = elsewhere
    return worst === undefined ? sealed : fail(worst)
  }

  const checkOnce = async (nouns: LoggedNouns): Promise<CheckedLog | null> => {
    const db = database()
    const facts = installation.current()
    if (db === null || facts === null || signer === undefined) return null
    const { origin, saltKey } = facts
    const checked = await checkLog(db, { origin, saltKey, signer, nouns })
    found = checked.faults
    for (const { code, params } of found) logger.error('log check', { code, ...params })
    const action = found.length === 0 ? logActs.sound : logActs.unsound
    await writeLogAct(db, facts, clock.now(), { action, event: { type: 'logChecked', ...checked } })
    return checked
  }

  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (cause: string | null) => {
    const mine = last.then(() => once(cause))
    last = mine.then(
      (result) => {
        trouble = result.ok ? [] : [result.error]
        if (!result.ok) logger.error('log not sealed', { code: result.error.code, ...result.error.params })
      },
      (error: Error) => logger.error('sealing failed', { message: error.message }),
    )
    return mine
  }
  return {
    now: inTurn,
    soon: (cause) => void inTurn(cause).catch(() => undefined),
    settled: async () => void (await last),
    trouble: () => [...trouble, ...(found ?? []), ...silent],
    check: (nouns) => {
      const mine = last.then(() => checkOnce(nouns))
      last = mine.catch((error: Error) => logger.error('log check failed', { message: error.message }))
      return mine
    },
    attest: async (head) => {
      const db = database()
      if (signer === undefined && db !== null) {
        const held = await signerFor(db, dataDir)
        if (!held.ok) return held
        signer = held.value
      }
      return signer === undefined
        ? refuse('checkpoint.keyMissing', { params: { file: keyFile } })
        : ok(signer.note(head))
    },
    checkedAt: async () => {
      const db = database()
      return db === null ? null : ((await newestLogAct(db, checks))?.at ?? null)
    },
  }
}

/** Milliseconds between regular checkpoints (issue: at most ten minutes), and before the first, so that a start is not slowed. */
const interval = 10 * 60_000
const settling = 5_000

/** Seals after the start and then every ten minutes. */
export const keepSealing = (sealer: Sealer): { readonly stop: () => Promise<void> } => {
  const run = (): void => void sealer.now(null).catch(() => undefined)
  const opening = setTimeout(run, settling)
  const timer = setInterval(run, interval)
  return {
    stop: async () => {
      clearTimeout(opening)
      clearInterval(timer)
      await sealer.settled()
    },
  }
}
