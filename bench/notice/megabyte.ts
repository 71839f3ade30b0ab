import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface MegabyteTimes {
  readonly bytes: number
  /** Seconds of one processor from a program just started, before any of the reader's patterns has been used. */
  readonly cold: number
  readonly warm: number
  /** The same text once through its characters, lines and sentences. */
  readonly pass: number
}

/** A process of its own says what the first reading of a megabyte takes, beside a plain pass over the same text. */
export async function megabyte(): Promise<void> {
  const script = new URL('./megabyte-run.ts', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(process.execPath, [script])
  const { bytes, cold, warm, pass } = JSON.parse(stdout) as MegabyteTimes
  console.log(`${bytes} bytes of text, no sentence twice, seconds of one processor:`)
  console.log(
    `  first reading ${cold.toFixed(2)} (must be under 1) · second ${warm.toFixed(2)} · plain pass ${pass.toFixed(3)}`,
  )
  console.log(`  first reading is ${(cold / pass).toFixed(0)} plain passes`)
}
