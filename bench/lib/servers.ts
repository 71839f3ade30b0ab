import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Spawned {
  readonly address: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** Starts one of `bench/servers` in a process of its own; resolves when it has printed its address. */
export const spawnServer = (name: 'ours' | 'floor', options: object): Promise<Spawned> =>
  new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL(`../servers/${name}.ts`, import.meta.url))
    const child = spawn(process.execPath, [...execArgv(name), script, JSON.stringify(options)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)))
    child.stdout.once('data', (data: Buffer) => {
      const stop = () =>
        new Promise<void>((done) => {
          child.once('exit', () => done())
          child.kill('SIGTERM')
        })
      resolve({ address: data.toString('utf8').trim(), pid: child.pid ?? 0, stop })
    })
  })

/** `BENCH_PROFILE=folder`: a processor profile of our server is left there when it stops. */
const execArgv = (name: string): string[] => {
  const folder = process.env.BENCH_PROFILE
  return folder && name === 'ours' ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []
}
