import { execFile } from 'node:child_process'
import { expect, it } from 'vitest'
import type { MutationRun } from './testing/mutation-run.ts'
import { readerFlags } from './testing/reader-flags.ts'

const count = process.env.QUANHENG_LONG ? 1_000_000 : 10_000
const seed = Number(process.env.QUANHENG_SEED ?? 1)
/** Inputs are numbered on from the seed, so a long run that was stopped goes on from where it was. */
const done = Number(process.env.QUANHENG_DONE ?? 0)

/** Reading must do with this heap; what the resident set has beyond it is the program itself. */
const heapMegabytes = 160

/** A process of its own: what it needs at most is then what reading needs. */
async function mutations(): Promise<MutationRun> {
  const script = new URL('./testing/mutation-run.ts', import.meta.url).pathname
  const { NODE_OPTIONS: _options, ...env } = process.env
  const limit = `--max-old-space-size=${heapMegabytes}`
  const numbers = [count - done, seed + done].map(String)
  const stdout = await new Promise<string>((done, fail) => {
    const child = execFile(process.execPath, [...readerFlags(), limit, script, ...numbers], { env }, (error, out) =>
      error ? fail(error) : done(out),
    )
    child.stderr?.pipe(process.stderr)
  })
  return JSON.parse(stdout) as MutationRun
}

it(`reads ${count} mutated notices without a crash, a second of thought or 300 MB (seed ${seed}, from ${done})`, async () => {
  const { read, crash, slowest, peakMegabytes } = await mutations()
  expect(crash).toBeUndefined()
  expect(read).toBe(count - done)
  expect(slowest.seconds, `input ${slowest.at}, ${slowest.length} characters`).toBeLessThan(1)
  expect(peakMegabytes).toBeLessThan(300)
}, 7_200_000)
