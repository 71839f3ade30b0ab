import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface RunningServer {
  readonly address: string
  /** The one-time code of the first run, as the terminal prints it. */
  readonly code: string
  /** Lets six minutes pass at once: longer than a password stays fresh, shorter than a session lasts. */
  readonly passSixMinutes: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** What `npm start` runs. */
const main = fileURLToPath(new URL('../../apps/cli/dist/main.js', import.meta.url))
const clock = new URL('./clock.mjs', import.meta.url).href

/** The product as a site runs it: the command line, the embedded database, a data directory of its own. */
export const startServer = async (): Promise<RunningServer> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'quanheng-e2e-'))
  const child = spawn(process.execPath, ['--import', clock, main, 'start', '--port', '0', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
    await rm(dataDir, { recursive: true, force: true })
  }
  const passSixMinutes = async (): Promise<void> => {
    const passed = new Promise<void>((resolve) => {
      const hear = (data: Buffer): void => {
        if (!data.toString('utf8').includes('six minutes later')) return
        child.stdout.off('data', hear)
        resolve()
      }
      child.stdout.on('data', hear)
    })
    child.kill('SIGUSR2')
    await passed
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
  return { address, code: /set-up code: (\w+)/.exec(said)?.[1] ?? '', passSixMinutes, stop }
}
