import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StartInput } from '../../../commands/start.ts'
import { type Started, startProcess } from '../../../commands/testing/start-process.ts'
import { clusterHome } from '../../postgres/embedded.ts'
import { readPasswords } from '../../postgres/passwords.ts'
import { cloneRoot } from '../../process/clone.ts'
import { holderOf } from '../../process/run-file.ts'
import { bundleServed, type ServedBundle } from './served-bundle.ts'

export const killTargets = ['server', 'database', 'both'] as const
export type KillTarget = (typeof killTargets)[number]

/** Longest that an office waits before people telephone (issue 5); printed, and held to with room for a busy machine. */
const patience = 60_000

/** The application, bundled as it is served, in a process of its own on one data directory, killed and started again on the same port. */
export class Product {
  readonly dataDir: string
  readonly #input: Partial<StartInput>
  readonly #bundle: ServedBundle = bundleServed()
  #process: Started | undefined
  #lost = 0
  address = ''

  constructor(dataDir: string, input: Partial<StartInput> = {}) {
    this.dataDir = dataDir
    this.#input = input
  }

  /** @returns milliseconds from the start of the process to the first healthy answer */
  async start(): Promise<number> {
    const begun = performance.now()
    const port = this.address === '' ? 0 : Number(new URL(this.address).port)
    const env = { NODE_COMPILE_CACHE: join(cloneRoot, 'node_modules', '.cache', 'quanheng') }
    const { program } = this.#bundle
    const input = { dataDir: this.dataDir, port, ...this.#input }
    this.#process = startProcess(input, { product: true, program, kept: true, env })
    this.#lost = 0
    this.address = String((await this.#process.said('server.ready')).address)
    await this.#healthy()
    return performance.now() - begun
  }

  /** Kills with SIGKILL and brings it back. @returns milliseconds until it answers again */
  async kill(target: KillTarget): Promise<number> {
    const begun = performance.now()
    const running = this.#running()
    const database = Number((await holderOf(this.dataDir))?.database)
    if (target !== 'server') await this.#killDatabase(database)
    if (target !== 'database') {
      running.child.kill('SIGKILL')
      await running.ended()
      return this.start()
    }
    await running.said('database.back', ++this.#lost)
    await this.#healthy()
    return performance.now() - begun
  }

  /** The postmaster as it is now: after a loss `run.json` still names the first one. */
  async #killDatabase(first: number): Promise<void> {
    const note = await readFile(join(clusterHome(this.dataDir), 'cluster-18', 'postmaster.pid'), 'utf8')
    process.kill(Number(note.split('\n')[0]) || first, 'SIGKILL')
  }

  /** As an operator stops it. */
  async stop(): Promise<void> {
    const running = this.#running()
    running.child.kill('SIGTERM')
    await running.ended()
    this.#process = undefined
  }

  /** Whatever became of the test: nothing stays behind. */
  async end(): Promise<void> {
    if (this.#process !== undefined) await this.stop()
    await this.#bundle.remove()
  }

  /** Addresses of the database of the moment: its port is another after each start. */
  async urls(): Promise<{ readonly ownerUrl: string; readonly appUrl: string }> {
    const passwords = await readPasswords(join(this.dataDir, 'passwords.json'))
    const note = await readFile(join(clusterHome(this.dataDir), 'cluster-18', 'postmaster.pid'), 'utf8')
    const at = (login: string, secret: string | undefined) =>
      `postgres://${login}:${secret}@127.0.0.1:${note.split('\n')[3]}/quanheng`
    return { ownerUrl: at('quanheng_owner', passwords?.owner), appUrl: at('quanheng_app', passwords?.app) }
  }

  #running(): Started {
    if (this.#process === undefined) throw new Error('the product is not running')
    return this.#process
  }

  async #healthy(): Promise<void> {
    const end = performance.now() + patience
    for (;;) {
      const answer = await fetch(`${this.address}/api/status`).catch(() => undefined)
      if (answer?.ok) return
      if (performance.now() > end) throw new Error(`not healthy again within ${patience / 1000} s`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
