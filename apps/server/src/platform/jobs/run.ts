import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** A module run away from the request thread default-exports one async function of plain, cloneable data. Long ones tell how far they are. */
export type Task<I, O, P = never> = (input: I, tell: (progress: P) => void) => Promise<O> | O

export interface Watching<P> {
  readonly told?: ((progress: P) => void) | undefined
  /** Aborted, it ends the work where it is. */
  readonly signal?: AbortSignal | undefined
}

/** Exports and papers: our own input, heavy work. Rejects with the task's error, or with the reason of the signal. */
export const runInWorker = <I, O, P = never>(
  moduleUrl: URL,
  input: I,
  { told, signal }: Watching<P> = {},
): Promise<O> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { module: moduleUrl.href, input },
    })
    const stop = (): void => {
      reject(signal?.reason)
      void worker.terminate()
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: { value: O } | { error: string } | { progress: P }) => {
      if ('progress' in message) told?.(message.progress)
      else if ('value' in message) resolve(message.value)
      else reject(new Error(message.error))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      reject(new Error(`worker ended with ${code} before it answered`))
    })
  })

export interface ChildLimits {
  readonly memoryMb: number
  readonly seconds: number
}

/** The child was stopped by its limits or fell over its input: the input is at fault, not the server. */
export class ChildFailed extends Error {
  readonly reason: 'time' | 'crash'
  constructor(reason: 'time' | 'crash', message: string) {
    super(message)
    this.reason = reason
  }
}

/** The parent's compiled modules, so that a child need not compile them again; nothing else of our environment. */
const compileCache = () => {
  const { NODE_COMPILE_CACHE: folder } = process.env
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder }
}

/** Objects that live short: with the default of 16 MB and more, three times over, a child that reads fast holds what it has long dropped. */
const youngMb = 4

/** Uploads: somebody else's bytes, parsed in a process of their own with bounded memory and time. */
export const runInChild = <I, O>(moduleUrl: URL, input: I, limits: ChildLimits): Promise<O> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), [], {
      execArgv: [`--max-old-space-size=${limits.memoryMb}`, `--max-semi-space-size=${youngMb}`],
      serialization: 'advanced',
      env: { PATH: process.env.PATH ?? '', ...compileCache() },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new ChildFailed('time', `no answer within ${limits.seconds} s`))
    }, limits.seconds * 1000)
    child.once('message', (message: { value: O } | { error: string }) => {
      clearTimeout(timer)
      if ('value' in message) resolve(message.value)
      else reject(new ChildFailed('crash', message.error))
      child.kill()
    })
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      reject(new ChildFailed('crash', `ended with ${signal ?? code} before it answered`))
    })
    child.once('error', reject)
    child.send({ module: moduleUrl.href, input })
  })
