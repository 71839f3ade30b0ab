import type { PaperLayout, ParagraphLayout } from '../layout/model.ts'
import { type BoundAttachment, readAttachments } from './attachments.ts'
import { type Head, readHead } from './head.ts'
import { type Imprint, readImprint } from './imprint.ts'
import { attachmentLabel, inked, isRed, kinds, likeDay, sizeOf } from './words.ts'

/** 正式文件, 信函 (10.1), 纪要 (10.3), a briefing (简报, 专报; outside the standard), or text without a red head. */
export type PaperForm = 'document' | 'letter' | 'minutes' | 'briefing' | 'plain'

/** Which paragraph is what. What a paper does not have is absent or empty. */
export interface Anatomy extends Head {
  readonly form: PaperForm
  /** The kind that the title ends with. */
  readonly kind?: string
  readonly title: readonly ParagraphLayout[]
  readonly addressee?: ParagraphLayout
  /** Prose and headings between addressee and 附件说明, without what belongs to tables. */
  readonly body: readonly ParagraphLayout[]
  /** Lines of the 附件说明. */
  readonly attachmentNote: readonly ParagraphLayout[]
  readonly attachments: readonly BoundAttachment[]
  readonly organs: readonly ParagraphLayout[]
  readonly date?: ParagraphLayout
  /** 出席, 请假, 列席 of minutes. */
  readonly attendance: readonly ParagraphLayout[]
  readonly imprint: Imprint
}

const trimmed = ({ text }: ParagraphLayout): string => text.replace(/[\s\u3000]+/g, '')

const titleText = (title: readonly ParagraphLayout[]): string => title.map(trimmed).join('')

function readTitle(after: readonly ParagraphLayout[]): readonly ParagraphLayout[] {
  const isTitle = (paragraph: ParagraphLayout): boolean =>
    paragraph.align === 'center' && !inked(paragraph).some(({ color }) => isRed(color))
  const big = after.slice(0, 8).find((paragraph) => isTitle(paragraph) && sizeOf(paragraph) >= 36)
  const first = big ?? after.slice(0, 8).find(isTitle) ?? after.slice(0, 4).find((paragraph) => sizeOf(paragraph) >= 36)
  if (!first) return []
  const from = after.indexOf(first)
  let to = from + 1
  for (; to < Math.min(after.length, from + 6); to++) {
    const next = after[to] as ParagraphLayout
    if (!isTitle(next) || sizeOf(next) !== sizeOf(first) || next.index !== (after[to - 1]?.index ?? 0) + 1) break
  }
  return after.slice(from, to)
}

function formOf(head: Head, title: string): PaperForm {
  const mark = head.marks.map(trimmed).join('')
  if (head.end === 0) return 'plain'
  if (head.issue || /(?:简报|专报|快报)$/.test(mark)) return 'briefing'
  if (/纪要$/.test(mark)) return 'minutes'
  if (head.rules.some(({ style }) => /^(?:thickThin|thinThick)/.test(style))) return 'letter'
  return head.marks.length > 0 && /函$/.test(title) && !/文件$/.test(mark) ? 'letter' : 'document'
}

/** Lines right above the date that name who signs: right, short, not a sentence. */
function organsAbove(lines: readonly ParagraphLayout[], date: ParagraphLayout | undefined): readonly ParagraphLayout[] {
  const out: ParagraphLayout[] = []
  const at = date ? lines.indexOf(date) : -1
  for (let i = at - 1; i >= 0; i--) {
    const line = lines[i] as ParagraphLayout
    const apart = line.align === 'right' || line.indent.left > 2400 || /^[\s\u3000]{4,}/.test(line.text)
    if (!apart || /[。；：，]$/.test(trimmed(line))) break
    out.unshift(line)
  }
  return out
}

/** Captions, units and notes beside tables, and headings of score tables, are not prose. */
function besideTable(layout: PaperLayout, paragraph: ParagraphLayout): boolean {
  if (paragraph.align === 'center' || paragraph.align === 'right') return true
  const after = layout.tables.some(({ last }) => paragraph.index > last && paragraph.index <= last + 6)
  return (after && /^(?:注|说明|备注|资料来源)[:：]/.test(trimmed(paragraph))) || (after && sizeOf(paragraph) < 28)
}

export function readAnatomy(layout: PaperLayout): Anatomy {
  const head = readHead(layout.paragraphs)
  const imprint = readImprint(layout)
  const lines = layout.paragraphs.filter(
    (paragraph) =>
      paragraph.place === 'body' &&
      paragraph.index > head.end &&
      paragraph.text.trim() !== '' &&
      !imprint.all.has(paragraph.index),
  )
  const title = readTitle(lines)
  const rest = lines.filter(({ index }) => index > (title.at(-1)?.index ?? head.end))
  const labels = rest.filter((line) => attachmentLabel.test(line.text.trim()))
  const main = rest.filter(({ index }) => index < (labels[0]?.index ?? Number.POSITIVE_INFINITY))
  const [opening] = main
  const addressee =
    opening && /[：:]$/.test(trimmed(opening)) && !/^[一二三四五六七八九十]+、/.test(trimmed(opening))
      ? opening
      : undefined
  const date = main.findLast((line) => likeDay.test(line.text.trim()))
  const organs = organsAbove(main, date)
  const noteAt = main.findIndex((line) => /^附\s*件\s*[:：]/.test(line.text.trim()))
  const end = organs[0]?.index ?? date?.index ?? Number.POSITIVE_INFINITY
  const isNote = (line: ParagraphLayout, at: number): boolean => noteAt >= 0 && at >= noteAt && line.index < end
  const attachmentNote = main.filter(
    (line, at) => isNote(line, at) && (at === noteAt || /^\d{1,2}[.．、]/.test(trimmed(line))),
  )
  const attendance = main.filter((line) => /^(?:出席|请假|列席)[:：]/.test(trimmed(line)))
  const [kind] = kinds.filter((each) =>
    titleText(title)
      .replace(/（[^（）]*）$/, '')
      .endsWith(each),
  )
  return {
    ...head,
    form: formOf(head, titleText(title)),
    ...(kind && { kind }),
    title,
    ...(addressee && { addressee }),
    body: main.filter(
      (line, at) =>
        line !== addressee &&
        line.index < end &&
        !attachmentNote.includes(line) &&
        !isNote(line, at) &&
        !attendance.includes(line) &&
        !besideTable(layout, line),
    ),
    attachmentNote,
    attachments: readAttachments(rest, labels),
    organs,
    ...(date && { date }),
    attendance,
    imprint,
  }
}
