import type { ReportWords } from '@quanheng/domain/report/words'
import type { RunContent } from '@quanheng/domain/result/run-content'
import type { Letter } from '@quanheng/papers/paper/model'
import { paragraphs } from './score-report.ts'

/** Words, and the form in which they are printed. */
export interface WordedPaper {
  readonly words: ReportWords
  readonly form: PaperForm
}

/** What the approval adds to a letter: number, day, and the name of who signed. */
export interface Issued {
  readonly documentNumber?: string | undefined
  readonly on?: string | undefined
  readonly signers: readonly string[]
}

/**
 * How a covering letter is made up. In form 1 it had a 版记 only where copies are named; since form 2 always (GB/T 9704-2012,
 * 7.4). Signatures cover the letter, so that one keeps the form in which it was written (docs/adr/0020).
 */
export type PaperForm = 1 | 2

export const newestForm: PaperForm = 2

/** 报送函件: the red-headed covering letter over the score report. */
export const coveringLetter = (
  run: RunContent,
  { words: { letter, title }, form }: WordedPaper,
  { documentNumber, on, signers }: Issued,
): Letter => ({
  kind: '报告',
  letterhead: { organs: [run.plan.ownerName], word: '文件' },
  ...(documentNumber !== undefined && { number: documentNumber }),
  signers,
  title: letter.title,
  addressees: letter.addressees,
  body: [...paragraphs(run, letter.body)],
  attachments: [{ name: title }],
  signature: { organs: [run.plan.ownerName], sealed: true, ...(on !== undefined && { on }) },
  ...(letter.contact.name !== '' && { contact: letter.contact }),
  ...((form > 1 || letter.copies.length > 0) && {
    imprint: {
      ...(letter.copies.length > 0 && { copies: letter.copies }),
      organ: run.plan.ownerName,
      ...(on !== undefined && { on }),
    },
  }),
})
