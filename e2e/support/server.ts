import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface RunningServer {
  readonly address: string
  /** The one-time code of the first run, as the terminal prints it. */
  readonly code: string
  readonly stop: () => Promise<void>
}

const main = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url))

/** The product as a site runs it: the command line, the embedded database, a data directory of its own. */
export const startServer = async (): Promise<RunningServer> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'quanheng-e2e-'))
  const child = spawn(process.execPath, [main, 'start', '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
    await rm(dataDir, { recursive: true, force: true })
  }
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (data: Buffer): void => {
      said += data.toString('utf8')
      const ready = /https?:\/\/[\w.:]+/.exec(said)
      if (ready) resolve(ready[0])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (status) => reject(new Error(`the server ended with ${status}: ${said}`)))
  }).catch(async (error: unknown) => {
    await rm(dataDir, { recursive: true, force: true })
    throw error
  })
  return { address, code: /set-up code: (\w+)/.exec(said)?.[1] ?? '', stop }
}
