import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { pause, within } from '../process/alive.ts'
import { Refusal } from '../process/refusal.ts'
import { type Account, asAccount } from './account.ts'
import { type Binaries, program } from './binaries.ts'
import { postmasterNote } from './postmaster-file.ts'
import { programEnvironment, runProgram } from './run-program.ts'

export interface Postmaster {
  readonly port: number
  /** Of the server process now: another one after PostgreSQL was killed and started again. */
  pid(): number
  stop(): Promise<void>
}

export interface PostmasterOptions {
  readonly binaries: Binaries
  readonly account: Account
  readonly cluster: string
  /** Settings beside ours, such as `max_connections=200`. */
  readonly settings?: readonly string[]
  /** Told when PostgreSQL died under us and when it serves again. */
  readonly onLoss?: (event: 'lost' | 'back') => void
  /** Told when the process has been started and does not take connections yet. */
  readonly onSpawned?: () => void
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** fsync is stated so that no file in the folder can switch it off; the log turns over weekly and cannot fill the disk. */
const settingsFor = (port: number): string[] => [
  'listen_addresses=127.0.0.1',
  `port=${port}`,
  'unix_socket_directories=',
  'fsync=on',
  'full_page_writes=on',
  'synchronous_commit=on',
  'timezone=UTC',
  'password_encryption=scram-sha-256',
  'logging_collector=on',
  'log_directory=log',
  'log_filename=postgresql-%a.log',
  'log_rotation_age=1d',
  'log_rotation_size=0',
  'log_truncate_on_rotation=on',
]

interface Running {
  readonly child: ChildProcess
  readonly pid: number
}

async function launch(options: PostmasterOptions, port: number): Promise<Running> {
  const settings = [...settingsFor(port), ...(options.settings ?? [])].flatMap((setting) => ['-c', setting])
  // A session of its own: Ctrl-C in the terminal must reach the server first, which then stops the database.
  const child = spawn(program(options.binaries, 'postgres'), ['-D', options.cluster, ...settings], {
    ...asAccount(options.account),
    cwd: process.platform === 'win32' ? undefined : '/',
    detached: process.platform !== 'win32',
    env: programEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let output = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000)
  })
  let ended: string | undefined
  child.on('error', (error) => {
    ended = error.message
  })
  child.on('exit', () => {
    ended ??= output
  })
  options.onSpawned?.()
  await within(120_000, async () => {
    if (ended !== undefined) return true
    const note = await postmasterNote(options.cluster)
    return note?.pid === child.pid && note?.ready === true
  })
  if (ended === undefined && child.pid !== undefined) return { child, pid: child.pid }
  await pause(20)
  throw new Refusal('postgres.failed', { step: 'postgres', output: (output || ended || '').trim() })
}

async function launchOnFreePort(options: PostmasterOptions): Promise<Running & { port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    try {
      return { ...(await launch(options, port)), port }
    } catch (error) {
      // Somebody took the port between our looking and PostgreSQL's binding.
      const raced = error instanceof Refusal && /could not (bind|create any TCP)/.test(error.message)
      if (!raced || attempt === 5) throw error
    }
  }
}

const hasExited = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function shutDown({ child, pid }: Running, options: PostmasterOptions): Promise<void> {
  if (process.platform === 'win32') {
    const stop = ['stop', '-D', options.cluster, '-m', 'fast', '-w']
    await runProgram(program(options.binaries, 'pg_ctl'), stop, options.account)
    return
  }
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (hasExited(child)) return
    child.kill(signal)
    if (await within(15_000, () => hasExited(child))) return
  }
  throw new Refusal('postgres.stuck', { pid, dir: options.cluster })
}

/**
 * Starts PostgreSQL on a free loopback port, returns when it takes connections, and keeps it running: when it is killed,
 * it is started again on the same port until `stop`, so that a lost database never ends the server.
 */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const first = await launchOnFreePort(options)
  let running: Running = first
  let stopping = false
  let recovery = Promise.resolve()

  const recover = async () => {
    options.onLoss?.('lost')
    for (let wait = 100; !stopping; wait = Math.min(wait * 2, 5000)) {
      try {
        watch(await launch(options, first.port))
        options.onLoss?.('back')
        return
      } catch {
        await pause(wait)
      }
    }
  }
  const watch = (started: Running) => {
    running = started
    started.child.once('exit', () => {
      if (!stopping) recovery = recover()
    })
  }
  watch(first)

  return {
    port: first.port,
    pid: () => running.pid,
    stop: async () => {
      stopping = true
      await recovery
      await shutDown(running, options)
    },
  }
}
