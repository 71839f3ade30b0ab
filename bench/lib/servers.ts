import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Spawned {
  readonly address: string
  readonly child: ChildProcess
  readonly stop: () => Promise<void>
}

/** Starts one of `bench/servers` in a process of its own; resolves when it has printed its address. */
export const spawnServer = (name: 'ours' | 'floor', options: object): Promise<Spawned> =>
  new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL(`../servers/${name}.ts`, import.meta.url))
    const child = spawn(process.execPath, [script, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)))
    child.stdout.once('data', (data: Buffer) => {
      const stop = () =>
        new Promise<void>((done) => {
          child.once('exit', () => done())
          child.kill('SIGKILL')
        })
      resolve({ address: data.toString('utf8').trim(), child, stop })
    })
  })
