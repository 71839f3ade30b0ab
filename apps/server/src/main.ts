import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerArchive, answerImport } from './features/archive/index.ts'
import { answerBackup, recordRestore } from './features/backup/index.ts'
import { composeFeatures, keptFiles, loggedNouns, nightlyLights, tellOfFaults } from './features/index.ts'
import { openSwappable, type SwappableDatabase } from './platform/database/swappable.ts'
import { machineClock } from './platform/door/context.ts'
import { keepCustody, makeCustodian } from './platform/files/custodian.ts'
import { newestRound } from './platform/files/file-check.ts'
import { localFileStore } from './platform/files/file-store.ts'
import { standingOf } from './platform/files/files-standing.ts'
import { buildHttp } from './platform/http/server.ts'
import { keepClock } from './platform/log/clock-watch.ts'
import { folderPlace } from './platform/log/places/folder.ts'
import type { Place } from './platform/log/places/place.ts'
import { logPlaces } from './platform/log/places/say.ts'
import { logProgram, programDigest } from './platform/log/program.ts'
import { sayAtStart } from './platform/log/say-at-start.ts'
import { newestCheckpoint } from './platform/log/seal.ts'
import { keepSealing, makeSealer } from './platform/log/sealer.ts'
import { startSequencer } from './platform/log/sequencer.ts'
import { stderrLogger } from './platform/logger.ts'
import { keepNightly } from './platform/nightly.ts'
import type { CreateServer, LogStanding, ServerOptions } from './platform/options.ts'
import { type InstallationState, openInstallation, type Platform } from './platform/platform.ts'
import { cloneRoot } from './platform/process/clone.ts'
import { readKind, writeKind } from './platform/process/data-directory.ts'
import { playing } from './platform/process/notice.ts'
import { defaultSessionPolicy } from './platform/session/session.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

/** Spoken and typed from a terminal: no 0/O, 1/I. */
const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const newCode = (): string => Array.from(randomBytes(8), (byte) => codeAlphabet[byte % codeAlphabet.length]).join('')

/** The composition root: the only place that wires. */
export const createServer: CreateServer = async (options) => {
  const database = openSwappable({
    url: options.appUrl,
    onLostConnection: (error) => stderrLogger.warn('database connection lost', { message: error.message }),
  })
  const installation = await openInstallation(database.current, machineClock)
  const platform = makePlatform(options, database, installation)
  const begun = installation.current()
  if (begun !== null) await platform.chooseKind(begun.kind)
  await recordRestore(platform)
  const { routes, reset, playOn } = composeFeatures(platform, { database, ownerUrl: options.ownerUrl })
  options.onCommand('demo', async (input, say) => {
    const isRehearsal = (installation.current()?.kind ?? 'rehearsal') === 'rehearsal'
    const { reset: again = false, wholeYear = false } = (input ?? {}) as { reset?: boolean; wholeYear?: boolean }
    if (isRehearsal && (again || installation.current() === null)) await reset()
    if (isRehearsal && wholeYear) {
      await playOn((percent, doing) => say(playing(percent, doing)))
    }
    return { kind: installation.current()?.kind ?? null, date: installation.current()?.businessDate ?? null }
  })
  options.onCommand('backup', answerBackup(platform, options.ownerUrl))
  options.onCommand('archive', answerArchive(platform, loggedNouns))
  options.onCommand('import', answerImport(platform, { nouns: loggedNouns, keptFiles }))
  options.onCommand('log', async () => {
    const newest = database.isOpen() ? await newestCheckpoint(database.current()) : undefined
    return {
      sealed: newest === undefined ? null : { size: newest.size, at: newest.made_at.toISOString() },
      trouble: platform.sealer.trouble().map(({ code, params }) => ({ code, params: params ?? {} })),
    } satisfies LogStanding
  })
  options.onCommand('files', async () => {
    const check = database.isOpen() ? await newestRound(database.current()) : null
    return standingOf(platform.custodian.scanner, check)
  })
  options.onCommand('check-files', async () =>
    standingOf(platform.custodian.scanner, await platform.custodian.check('command')),
  )
  const app = await buildHttp(platform, routes, httpOptions(options))
  const sequencer = startSequencer(openDatabaseOf(database), stderrLogger)
  const sealing = keepSealing(platform.sealer)
  const checking = keepNightly(machineClock, {
    doneAt: platform.sealer.checkedAt,
    work: () => platform.sealer.check(loggedNouns),
  })
  const lights = keepNightly(machineClock, nightlyLights(platform, openDatabaseOf(database)))
  const watching = keepClock({ ...platform, database: openDatabaseOf(database), logger: stderrLogger })
  const custody = keepCustody(platform.custodian, platform.clock)
  let saying: ReturnType<typeof sayAtStart> | undefined
  return {
    listen: async () => {
      const address = await app.listen({ host: options.host, port: options.port })
      const facts = installation.current()
      const names = placesOf(options).map(({ name }) => name)
      saying = sayAtStart({
        database: openDatabaseOf(database),
        installation,
        logger: stderrLogger,
        say: [
          (db, begun) => logPlaces(db, begun, machineClock, names),
          async (db, begun, signal) =>
            logProgram(db, begun, machineClock, { digest: await ownDigest(signal), version }),
        ],
      })
      if (facts === null) options.announce(`启用码 set-up code: ${platform.options.firstRunCode}`)
      return { address }
    },
    close: async () => {
      await app.close()
      checking.stop()
      lights.stop()
      watching.stop()
      await saying?.stop()
      await custody.stop()
      await sealing.stop()
      await sequencer.stop()
      await database.close()
    },
  }
}

/** Of what runs: the bundle where there is one, else the sources. */
const ownDigest = (signal: AbortSignal): Promise<string> =>
  programDigest(
    cloneRoot,
    process.argv[1]?.includes(join('apps', 'cli', 'dist'))
      ? ['apps/cli/dist', 'db', 'verify']
      : ['apps/server/src', 'packages', 'db', 'verify'],
    signal,
  )

/** Where checkpoints go: always beside the database, and wherever whoever starts it says. */
const placesOf = ({ dataDir, checkpointPlaces }: ServerOptions): readonly Place[] => [
  folderPlace(join(dataDir, 'checkpoints')),
  ...checkpointPlaces,
]

const openDatabaseOf = (database: SwappableDatabase) => () => (database.isOpen() ? database.current() : null)

const makePlatform = (
  options: ServerOptions,
  database: SwappableDatabase,
  installation: InstallationState,
  files = localFileStore(join(options.dataDir, 'files')),
): Platform => ({
  // A rehearsal's reset puts another database behind it.
  get db() {
    return database.current()
  },
  clock: machineClock,
  logger: stderrLogger,
  files,
  custodian: makeCustodian({
    database: openDatabaseOf(database),
    installation,
    files,
    keptFiles,
    tellOfFaults,
    scanner: options.scanner,
    clock: machineClock,
    logger: stderrLogger,
  }),
  sealer: makeSealer({
    database: openDatabaseOf(database),
    installation,
    clock: machineClock,
    logger: stderrLogger,
    dataDir: options.dataDir,
    places: placesOf(options),
  }),
  get policy() {
    const { kind = 'real' } = installation.current() ?? {}
    return kind === 'real' ? defaultSessionPolicy : { ...defaultSessionPolicy, passwordDays: null }
  },
  installation,
  chooseKind: async (kind) => {
    if ((await readKind(options.dataDir)) !== kind) await writeKind(options.dataDir, kind)
  },
  options: {
    dataDir: options.dataDir,
    secure: options.behindProxy || options.tls !== undefined,
    firstRunCode: newCode(),
    version,
  },
})

const httpOptions = (options: ServerOptions) => ({
  ...(options.webDir === undefined ? {} : { webDir: options.webDir }),
  trustProxy: options.behindProxy,
  ...(options.tls ? { https: { cert: Buffer.from(options.tls.cert), key: Buffer.from(options.tls.key) } } : {}),
})
