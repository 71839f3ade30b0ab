import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { within } from '../../platform/process/alive.ts'
import { cloneRoot } from '../../platform/process/clone.ts'
import type { StartInput } from '../start.ts'

interface Message {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

export interface Started {
  readonly child: ChildProcess
  readonly pid: number
  readonly messages: readonly Message[]
  /** Waits for a message with this code, said for the n-th time; what was said instead stands in the error. */
  said(code: string, times?: number): Promise<Message['params']>
  /** The exit code, or the signal's name, once the process has gone. */
  ended(): Promise<number | string>
}

/** The program that tests start, from the clone. */
export const servedSource = 'apps/server/src/commands/testing/serve.ts'

/** The Node that `npm start` runs. */
export const pinnedNode = (): string => (existsSync(pinned) ? pinned : process.execPath)

const pinned = join(cloneRoot, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')

export interface Spawning {
  readonly uid?: number
  readonly gid?: number
  readonly env?: Record<string, string>
  readonly ipc?: boolean
  /** A clone elsewhere. */
  readonly root?: string
  /** The application itself, instead of a stand-in that answers who the database is. */
  readonly product?: boolean
  /** What to run: a bundle of `serve.ts` instead of the sources. */
  readonly program?: string
  /** Lives on behind the test that started it: whoever asks for it ends it. */
  readonly kept?: boolean
}

/** Starts a server process on the data directory and any free port. */
export function startProcess(input: Partial<StartInput>, spawning: Spawning = {}): Started {
  const { ipc, env = {}, root = cloneRoot, product, program, kept, ...account } = spawning
  const whole: StartInput = { host: '127.0.0.1', port: 0, behindProxy: false, database: {}, ...input }
  const script = program ?? join(root, servedSource)
  const args = [script, JSON.stringify(whole), ...(product ? ['product'] : [])]
  const child = spawn(pinnedNode(), args, {
    ...account,
    cwd: '/',
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? (['ipc'] as const) : [])],
  })
  const messages: Message[] = []
  let errors = ''
  if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => messages.push(JSON.parse(line)))
  child.stderr?.on('data', (chunk) => {
    errors += chunk
  })
  let end: number | string | undefined
  // Not on 'close', which never comes for a child whose IPC channel we closed; what it printed may arrive later still.
  child.on('exit', async (code, signal) => {
    await within(5000, () => child.stdout?.readableEnded ?? true)
    end = code ?? signal ?? 'unknown'
  })
  if (!kept) {
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
  }
  return {
    child,
    pid: child.pid ?? 0,
    messages,
    said: async (code, times = 1) => {
      const find = () => messages.filter((message) => message.code === code)[times - 1]
      await within(60_000, () => find() !== undefined || end !== undefined)
      const found = find()
      if (!found) throw new Error(`not said: ${code}; said ${JSON.stringify(messages)} ${errors}`)
      return found.params
    },
    ended: async () => {
      await within(60_000, () => end !== undefined)
      if (end === undefined) throw new Error(`still running; said ${JSON.stringify(messages)} ${errors}`)
      return end
    },
  }
}
