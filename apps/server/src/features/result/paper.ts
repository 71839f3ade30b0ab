import { digestOf } from '@quanheng/domain/kernel/digest'
import { nameRun, type RunContent } from '@quanheng/domain/result/run-content'
import type { Letter, Report } from '@quanheng/papers/paper/model'
import { sha256 } from '../../platform/log/means.ts'
import { coveringLetter, type Issued, type WordedPaper } from './covering-letter.ts'
import { scoreReport } from './score-report.ts'

/** Report and covering letter as they would be printed. */
export interface ComposedPaper {
  readonly report: Report
  readonly letter: Letter
  /** What is digested. */
  readonly form: object
  /** What signatures cover: both papers without number, day and signer, which the approval itself adds. */
  readonly digest: string
}

export const composePaper = (run: RunContent, paper: WordedPaper, issued: Issued = { signers: [] }): ComposedPaper => {
  const { words, form: v } = paper
  const bare = { report: scoreReport(run, words), letter: coveringLetter(run, paper, { signers: [] }) }
  const form = { v, noun: 'paper', runDigest: nameRun(run, sha256).digest, ...bare }
  const digest = digestOf(sha256, form)
  return { form, report: scoreReport(run, words, issued.on), letter: coveringLetter(run, paper, issued), digest }
}
