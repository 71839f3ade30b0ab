import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloneRoot } from '../../apps/server/src/platform/process/clone.ts'
import { send } from './load.ts'

/** A data directory of its own, taken away by `clear`. */
export const makeDataDir = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'quanheng-bench-'))
  return { dir, clear: () => rm(dir, { recursive: true, force: true }) }
}

export interface Product {
  readonly address: string
  /** From the start of the first process to the first healthy answer. */
  readonly milliseconds: number
  readonly serverPid: number
  readonly stop: () => Promise<void>
}

const main = join(cloneRoot, 'apps', 'cli', 'src', 'main.ts')
const compiled = { ...process.env, NODE_COMPILE_CACHE: join(cloneRoot, 'node_modules', '.cache', 'quanheng') }

const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => child.once('exit', () => resolve()))

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

const healthy = async (address: string): Promise<void> => {
  for (;;) {
    const answer = await send({ method: 'GET', url: `${address}/api/status`, headers: {} }).catch(() => undefined)
    if (answer?.status === 200) return
    await pause(5)
  }
}

/** `./quanheng demo`: the rehearsal's city in the data directory, no server. */
export const loadDemo = async (dir: string): Promise<void> => {
  const child = spawn(process.execPath, [main, 'demo', '--data', dir], { stdio: 'inherit', env: compiled })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`demo ended with ${code}`)
}

/** Starts the product as a site does, by the command line itself or by `npm start`. */
export const startProduct = async (dir: string, port: number, by: 'quanheng' | 'npm'): Promise<Product> => {
  const options = ['--data', dir, '--port', String(port)]
  const begun = performance.now()
  const child =
    by === 'npm'
      ? spawn('npm', ['start', '--', ...options], { cwd: cloneRoot, stdio: 'ignore' })
      : spawn(join(cloneRoot, 'quanheng'), ['start', ...options], { stdio: 'ignore' })
  const address = `http://127.0.0.1:${port}`
  const early = ended(child).then(() => {
    throw new Error(`the server on ${dir} ended before it answered`)
  })
  await Promise.race([healthy(address), early])
  early.catch(() => {})
  const milliseconds = performance.now() - begun
  const run = JSON.parse(await readFile(join(dir, 'run.json'), 'utf8')) as { pid: number }
  const stop = async (): Promise<void> => {
    const gone = ended(child)
    process.kill(run.pid, 'SIGTERM')
    await gone
  }
  return { address, milliseconds, serverPid: run.pid, stop }
}

/** Memory of one process that is in RAM, in MB; NaN off Linux. */
export const memoryOf = (pid: number): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}
