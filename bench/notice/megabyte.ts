import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { readerFlags } from '../../packages/notice/src/testing/reader-flags.ts'

/** Seconds of one processor: fields, findings, and the printed form with what the rule language makes of each sentence. */
interface Stages {
  readonly read: number
  readonly lint: number
  readonly print: number
}

export interface MegabyteTimes {
  readonly bytes: number
  /** In a program just started, before any of the reader's patterns has been used. */
  readonly cold: Stages
  readonly warm: Stages
  /** The same text once through its characters, lines and sentences. */
  readonly pass: number
}

const all = ({ read, lint, print }: Stages): number => read + lint + print

const said = (stages: Stages): string =>
  `${all(stages).toFixed(2)} (fields ${stages.read.toFixed(2)} · findings ${stages.lint.toFixed(2)} · printed ${stages.print.toFixed(2)})`

/** A process of its own says what the first reading of a megabyte takes, beside a plain pass over the same text. */
export async function megabyte(): Promise<void> {
  const script = new URL('./megabyte-run.ts', import.meta.url).pathname
  console.log('a megabyte of text, no sentence twice, seconds of one processor; the first reading must be under 1:')
  for (const kind of ['corpus', 'headings', 'table', 'prose']) {
    const { stdout } = await promisify(execFile)(process.execPath, [...readerFlags(), script, kind])
    const { cold, warm, pass } = JSON.parse(stdout) as MegabyteTimes
    console.log(
      `  ${kind.padEnd(8)}  first ${said(cold)}\n            second ${said(warm)}, ${(all(warm) / pass).toFixed(0)} plain passes`,
    )
  }
}
