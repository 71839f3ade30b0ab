import { dateLine } from './dates.ts'
import type { Line, NoticeText, Span } from './document.ts'
import { ordinalOf } from './labels.ts'

/** The letter itself, an annex behind it, or the paper that it issues where that follows without the word 附件. */
export interface Part {
  readonly kind: 'letter' | 'annex' | 'enclosed'
  /** Of an annex; absent where it carries none. */
  readonly number?: number
  readonly title?: Span & { readonly value: string }
  /** Lines from `from` up to `to`, its marker and title included. */
  readonly from: number
  readonly to: number
  /** First line behind marker and title. */
  readonly body: number
}

export interface AttachmentMark {
  readonly ordinal?: number
  readonly rest: string
  readonly restAt: number
  readonly colon: boolean
}

const mark = /^(?:[-－—•*]\s?)?附(?:\s?[件表]|(?=\s?[:：]))\s?([0-9一二三四五六七八九十]{0,3})\s?([:：.．、]?)\s*(.*)$/

export function attachmentMark(line: string): AttachmentMark | undefined {
  const found = mark.exec(line)
  if (!found) return undefined
  const [, digits = '', sign = '', rest = ''] = found
  const ordinal = ordinalOf(digits)
  if (rest !== '' && digits === '' && sign === '') return undefined
  if (/^[中所内里的和及与]|^表格?[中内]|^第[^，。]{1,6}[项条行列]/.test(rest) || rest.length > 90) return undefined
  return { ...(ordinal !== undefined && { ordinal }), rest, restAt: line.length - rest.length, colon: sign !== '' }
}

/** Words that close the title of an official paper. */
export const paperKind =
  /(?:通知|办法|方案|细则|规则|规定|意见|公告|通报|通告|函|决定|制度|报告|责任[书状]|批复|纪要|规程|要点|清单|计划|指南|名单|明细|标准|体系|[^代发]表|目录)(?:\s?[（(](?:试行|暂行|征求意见稿|草案|修订|修订稿|送审稿|讨论稿|修改稿|意见稿|稿)[)）])*$/

const next = (lines: readonly Line[], from: number): Line | undefined =>
  lines.slice(from, from + 4).find(({ text }) => text !== '')

/** A list of attachments under the letter, not the head of an annex. */
function isList(lines: readonly Line[], at: number, { ordinal, rest, colon }: AttachmentMark): boolean {
  const after = next(lines, at + 1)?.text ?? ''
  if (rest === '') return colon && ordinal === undefined && /^[1１一][.．、]|^附件\s?1/.test(after)
  if (/^[1１lI][.．、]/.test(rest)) return true
  if (attachmentMark(after)?.rest) return true
  if (!colon && ordinal === undefined) return false
  const signed = lines.slice(at + 1, at + 9).findIndex(({ text }) => dateLine(text) !== undefined)
  return signed >= 0 && !lines.slice(at + 1, at + 1 + signed).some(({ label }) => label?.kind === 'article')
}

const listItem = (line: Line): boolean => line.label?.level === 3 || (attachmentMark(line.text)?.rest ?? '') !== ''

/** Where a list of attachments ends: behind the last numbered line, or at the blank behind a single one. */
function listEnd(lines: readonly Line[], from: number): number {
  let at = from + 1
  for (let blanks = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.text === '') blanks += 1
    else if (!listItem(line)) return at
    if (blanks > 1) return at
  }
  return at
}

function titleOf(lines: readonly Line[], from: number, inline: (Span & { value: string }) | undefined) {
  if (inline) return { title: inline, body: from }
  const first = next(lines, from)
  if (!first || first.label || first.table !== undefined || first.text.length > 80 || /[。；：:]$/.test(first.text))
    return { body: from }
  const second = lines[first.index + 1]
  const joins =
    second && !paperKind.test(first.text) && paperKind.test(second.text) && !second.label && second.text.length < 40
  const last = joins ? second : first
  const value = joins ? first.text + second.text : first.text
  return { title: { start: first.start, end: last.end, value }, body: last.index + 1 }
}

/** The lists of attachments, the letter's and that of the paper it issues, and the parts of the text. */
export interface PartList {
  readonly parts: readonly Part[]
  readonly lists: readonly LineRange[]
}

/** `to` is exclusive. */
interface LineRange {
  readonly from: number
  readonly to: number
}

/** What stands below the paper itself: 此件公开发布, the imprint, the frame of the site. */
const closing = /^[（(]此件|^抄\s?送|印\s?发$|^(?:关联|相关|扫一扫|【|上一篇|主办|分享|打印)/

/** Behind the enclosed paper only what cannot be the head of an annex is a list: 附件：1.…, or a name with the annex itself below. */
function isClosingList(lines: readonly Line[], at: number, { ordinal, rest, colon }: AttachmentMark): boolean {
  if (/^[1１][.．、]/.test(rest)) return true
  if (!colon || rest === '') return false
  const below = next(lines, at + 1)
  const follows = below && attachmentMark(below.text)
  if (ordinal !== undefined) return (follows?.colon ?? false) && follows?.rest !== ''
  return !below || follows !== undefined || closing.test(below.text)
}

/** `framed` lines are the site's, where a day signs nothing. */
export function divide({ lines }: NoticeText, framed: ReadonlySet<number>): PartList {
  const starts: Omit<Part, 'to'>[] = [{ kind: 'letter', from: 0, body: 0 }]
  const lists: LineRange[] = []
  let signed = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.table !== undefined) continue
    const found = attachmentMark(line.text)
    const inLetter = starts.length === 1 && !signed && lists.length === 0
    const behindEnclosed = starts.at(-1)?.kind === 'enclosed'
    if (found && ((inLetter && isList(lines, at, found)) || (behindEnclosed && isClosingList(lines, at, found)))) {
      const to = listEnd(lines, at)
      lists.push({ from: at, to })
      at = to - 1
    } else if (found) {
      const inline =
        found.rest === '' ? undefined : { start: line.start + found.restAt, end: line.end, value: found.rest }
      const number = found.ordinal === undefined ? {} : { number: found.ordinal }
      starts.push({ kind: 'annex', ...number, from: at, ...titleOf(lines, at + 1, inline) })
    } else if (
      signed &&
      starts.length === 1 &&
      line.text.length >= 6 &&
      line.text.length <= 60 &&
      paperKind.test(line.text) &&
      !line.label
    ) {
      starts.push({
        kind: 'enclosed',
        from: at,
        title: { start: line.start, end: line.end, value: line.text },
        body: at + 1,
      })
    } else if (dateLine(line.text) && at > 4 && !framed.has(at)) signed = true
  }
  const parts = starts.map((part, at) => ({ ...part, to: starts[at + 1]?.from ?? lines.length }))
  return { parts, lists }
}
