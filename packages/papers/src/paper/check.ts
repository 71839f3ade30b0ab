import { isLocalDate } from '@quanheng/domain/kernel/local-date'
import type { DomainError } from '@quanheng/domain/kernel/result'
import { type Attachment, type Block, formOf, type Letter, type Report } from './model.ts'
import { titleText } from './title.ts'

/** What can be wrong with a paper before it is composed; clauses of GB/T 9704-2012 in brackets. */
export const paperCodes = [
  /** Not 机关代字〔year〕number号 (7.2.5). */
  'paper.number',
  /** The title does not end with the kind of document (7.3.1). */
  'paper.titleKind',
  /** 报告 and 请示 name a 签发人 (7.2.6). */
  'paper.signerMissing',
  /** Other kinds name none. */
  'paper.signerUnexpected',
  'paper.addresseeMissing',
  'paper.bodyMissing',
  /** A level appears under none of the level above (7.3.3); 一、 followed by 1. is accepted. */
  'paper.headingSkipped',
  /** An attachment's name ends with a mark (7.3.4). */
  'paper.attachmentName',
  /** Not a calendar day. */
  'paper.day',
] as const

export type PaperCode = (typeof paperCodes)[number]

export type PaperFinding = DomainError<PaperCode>

const number = /^[\p{Script=Han}（）]{2,20}〔(?:19|20)\d{2}〕[1-9]\d{0,4}号$/u

/** Whether a text is a 发文字号 in the form of GB/T 9704-2012, 7.2.5. */
export const isDocumentNumber = (text: string): boolean => number.test(text)

const upward: readonly string[] = ['报告', '请示']

function* skipped(blocks: readonly Block[], at: string): Iterable<PaperFinding> {
  let above = 0
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue
    const follows = block.level <= above + 1 || (above === 1 && block.level === 3)
    if (!follows) yield { code: 'paper.headingSkipped', at: `${at}[${index}]`, params: { level: String(block.level) } }
    above = block.level
  }
}

function* attachments(list: readonly Attachment[]): Iterable<PaperFinding> {
  for (const [index, { name, body }] of list.entries()) {
    if (/[，。；、.,;]$/u.test(name))
      yield { code: 'paper.attachmentName', at: `attachments[${index}].name`, params: { name } }
    yield* skipped(body ?? [], `attachments[${index}].body`)
  }
}

function* report(paper: Report): Iterable<PaperFinding> {
  if (paper.body.length === 0) yield { code: 'paper.bodyMissing', at: 'body' }
  yield* skipped(paper.body, 'body')
  yield* attachments(paper.attachments ?? [])
  const on = paper.signature?.on
  if (on !== undefined && !isLocalDate(on)) yield { code: 'paper.day', at: 'signature.on', params: { day: on } }
}

/** What is wrong with a report, in printing order; empty when it can be composed. */
export const checkReport = (paper: Report): readonly PaperFinding[] => [...report(paper)]

/** What is wrong with a red-headed paper, in printing order; empty when it can be composed. */
export function checkLetter(paper: Letter): readonly PaperFinding[] {
  const out: PaperFinding[] = []
  const title = titleText(paper.title)
  const form = formOf(paper.kind)
  if (paper.number !== undefined && !isDocumentNumber(paper.number))
    out.push({ code: 'paper.number', at: 'number', params: { number: paper.number } })
  const signers = paper.signers?.length ?? 0
  if (upward.includes(paper.kind) && signers === 0) out.push({ code: 'paper.signerMissing', at: 'signers' })
  if (![...upward, '意见'].includes(paper.kind) && signers > 0)
    out.push({ code: 'paper.signerUnexpected', at: 'signers' })
  if (form !== 'briefing' && !title.endsWith(paper.kind))
    out.push({ code: 'paper.titleKind', at: 'title', params: { kind: paper.kind } })
  if (paper.addressees.length === 0 && (form === 'document' || form === 'letter'))
    out.push({ code: 'paper.addresseeMissing', at: 'addressees' })
  out.push(...report(paper))
  const on = paper.imprint?.on
  if (on !== undefined && !isLocalDate(on)) out.push({ code: 'paper.day', at: 'imprint.on', params: { day: on } })
  return out
}
