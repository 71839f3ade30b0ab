import type { ReportWords } from '@quanheng/domain/report/words'
import type { RunContent } from '@quanheng/domain/result/run-content'
import type { Letter } from '@quanheng/papers/paper/model'
import { paragraphs } from './score-report.ts'

/** What the approval adds to a letter: number, day, and the name of who signed. */
export interface Issued {
  readonly documentNumber?: string | undefined
  readonly on?: string | undefined
  readonly signers: readonly string[]
}

/** 报送函件: the red-headed covering letter over the score report. */
export const coveringLetter = (
  run: RunContent,
  { letter, title }: ReportWords,
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
  ...(letter.copies.length > 0 && {
    imprint: { copies: letter.copies, organ: run.plan.ownerName, ...(on !== undefined && { on }) },
  }),
})
