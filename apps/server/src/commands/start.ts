import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '../platform/database/migrate.ts'
import { clamdAddress, clamdScanner } from '../platform/files/clamd.ts'
import type { CreateServer, ServerOptions } from '../platform/options.ts'
import { type OpenDatabase, openDatabase } from '../platform/postgres/open-database.ts'
import { pause } from '../platform/process/alive.ts'
import { cloneRoot } from '../platform/process/clone.ts'
import { type Control, serveControl } from '../platform/process/control.ts'
import { makeDataDirectory } from '../platform/process/data-directory.ts'
import { checkHost, checkPort } from '../platform/process/listening.ts'
import { Refusal, reasonOf } from '../platform/process/refusal.ts'
import { holdDataDirectory } from '../platform/process/run-file.ts'
import { type CommandInput, locate, type Terminal } from './command.ts'
import { placesIn } from './places.ts'
import { stopSignal } from './stop-signal.ts'

export interface StartInput extends CommandInput {
  readonly host: string
  readonly port: number
  readonly tlsCert?: string | undefined
  readonly tlsKey?: string | undefined
  readonly behindProxy: boolean
  /** Places for copies of checkpoints, parted by commas: `/mnt/audit,syslog://10.0.0.5:514,https://witness/…`. */
  readonly checkpointsTo?: string | undefined
  /** ClamAV's daemon that uploads are shown to: `tcp://host:port`, `unix:/path`. */
  readonly clamd?: string | undefined
}

async function readPem(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error) => {
    throw new Refusal('tls.unreadable', { file, reason: reasonOf(error) }, error)
  })
}

async function readTls({ tlsCert, tlsKey }: StartInput): Promise<ServerOptions['tls']> {
  if (!tlsCert && !tlsKey) return undefined
  if (!tlsCert || !tlsKey) throw new Refusal('tls.half', {})
  const [cert, key] = await Promise.all([readPem(tlsCert), readPem(tlsKey)])
  return { cert, key }
}

const scannerOf = ({ clamd }: StartInput): ServerOptions['scanner'] => {
  if (clamd === undefined) return null
  const address = clamdAddress(clamd)
  if (address === undefined) throw new Refusal('scanner.badAddress', { address: clamd })
  return clamdScanner({ address, name: clamd })
}

const loadServer = async (): Promise<CreateServer> => (await import('../main.ts')).createServer

/** Milliseconds for requests under way; then the database is stopped under those that are left. */
const closingTime = 20_000

/** Undoes what has been done so far, latest first, each step whatever became of the one before. */
class Undo {
  readonly #steps: (() => Promise<void>)[] = []

  push(step: () => Promise<void>): void {
    this.#steps.push(step)
  }

  async all(): Promise<void> {
    for (const step of this.#steps.reverse()) await step().catch((error) => process.emitWarning(reasonOf(error)))
  }
}

async function openAndMigrate(input: StartInput, terminal: Terminal, undo: Undo, load: typeof loadServer) {
  const data = await locate(input, terminal.say)
  await makeDataDirectory(data)
  const hold = await holdDataDirectory(data.dir, 'start')
  undo.push(hold.release)
  await checkPort(input.host, input.port)
  // Reading the program holds this process: it is done while PostgreSQL stops or starts. A fault of it is met where it is awaited.
  let loading: ReturnType<typeof load> | undefined
  const read = () => {
    loading ??= load()
    loading.catch(() => undefined)
    return loading
  }
  const database: OpenDatabase = await openDatabase(input.database, data, terminal.say, read)
  undo.push(database.stop)
  const applied = await migrate(database.ownerUrl)
  if (applied.length > 0) terminal.say({ code: 'migration.applied', params: { names: applied.join(' ') } })
  return { data, hold, database, createServer: await read() }
}

/**
 * Serves until told to stop by a signal, by `stop`, or by the end of the process that started it; then leaves no process
 * and gives up the data directory. Resolves when all of that is done.
 */
export async function start(
  input: StartInput,
  terminal: Terminal,
  load: typeof loadServer = loadServer,
): Promise<void> {
  const tls = await readTls(input)
  const checkpointPlaces = placesIn(input.checkpointsTo)
  const scanner = scannerOf(input)
  checkHost(input.host, tls !== undefined || input.behindProxy)
  // The database account walks through the data directory: what the server makes there is closed to it and to all others.
  process.umask(0o077)
  const undo = new Undo()
  const stop = stopSignal()
  try {
    const { data, hold, database, createServer } = await openAndMigrate(input, terminal, undo, load)
    const control: Control = await serveControl(data.dir, hold.token)
    undo.push(control.close)
    control.onCommand('stop', async () => stop.now())
    if (stop.called) return
    const server = await createServer({
      appUrl: database.appUrl,
      ownerUrl: database.ownerUrl,
      dataDir: data.dir,
      host: input.host,
      port: input.port,
      webDir: join(cloneRoot, 'apps', 'web', 'dist'),
      behindProxy: input.behindProxy,
      checkpointPlaces,
      scanner,
      announce: terminal.line,
      onCommand: control.onCommand,
      ...(tls ? { tls } : {}),
    })
    undo.push(() => Promise.race([server.close(), pause(closingTime)]))
    const { address: listening } = await server.listen().catch(async (error) => {
      // Taken between our looking and the server's listening.
      await checkPort(input.host, input.port)
      throw error
    })
    const address = listening.replace('//127.0.0.1:', '//localhost:')
    const pid = database.pid()
    await hold.tell({ control: control.path, address, ...(pid === undefined ? {} : { database: pid }) })
    terminal.say({ code: 'data.directory', params: { dir: data.dir } })
    terminal.say({ code: 'server.ready', params: { address } })
    await stop.promise
    terminal.say({ code: 'server.stopping', params: { pid: process.pid } })
  } finally {
    await undo.all()
    stop.dispose()
  }
}
