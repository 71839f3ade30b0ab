import type { Context } from '../text/context.ts'
import type { Line, Span } from '../text/document.ts'
import { attachmentMark, type Part } from '../text/parts.ts'
import { type Placed, placed, trimmed } from '../text/words.ts'
import { numberIn } from './document-number.ts'

export interface Attachment {
  readonly name: Placed | null
  readonly number: Placed | null
  readonly documentNumber: Placed | null
  readonly present: boolean
}

interface Entry {
  readonly ordinal?: Span
  readonly name: Span
}

/** l.考核指标表 of a scan is the first. */
const asOrdinal = (digits: Placed): Placed =>
  /^[lI]$/.test(digits.value) ? { ...digits, value: '1', confidence: 0.6 } : digits

const item = /(?:^|\s)(\d{1,2}|[lI](?=[.．、]))\s?[.．、]\s?(?=[^\d\s]|(?:19|20|2[Oo])[\dOolI]{2}\s?年)/g

/** One line of the list: the marker taken off, parted where several numbers stand in it. */
function entriesOf(text: string, line: Line): readonly Entry[] {
  const found = attachmentMark(line.text)
  const from = found ? line.start + found.restAt : line.start
  const digits =
    found?.ordinal === undefined
      ? undefined
      : { start: line.start + line.text.search(/\d|[一二三四五六七八九十]/), end: 0 }
  if (found && digits && found.rest !== '')
    return [
      {
        ordinal: { start: digits.start, end: digits.start + String(found.ordinal).length },
        name: { start: from, end: line.end },
      },
    ]
  const words = text.slice(from, line.end)
  const starts = [...words.matchAll(item)]
  if (starts.length === 0) return words === '' ? [] : [{ name: { start: from, end: line.end } }]
  return starts.map((start, at) => {
    const digit = from + start.index + start[0].indexOf(start[1] ?? '')
    return {
      ordinal: { start: digit, end: digit + (start[1] ?? '').length },
      name: { start: from + start.index + start[0].length, end: from + (starts[at + 1]?.index ?? words.length) },
    }
  })
}

/** 汇总表（略）, 名单（另发）: a remark about the annex, not part of its name. */
function withoutRemark(text: string, { start, end }: Span): Span {
  const remark = /\s?[（(](?:略|另发|另行下发|此略|单独下发)[)）]$/.exec(text.slice(start, end))
  return { start, end: end - (remark?.[0].length ?? 0) }
}

/** 自评表.docx as a page links it. */
function withoutExtension(text: string, { start, end }: Span): Span {
  const ending = /\.(?:docx?|xlsx?|pdf|wps|et|rar|zip|ofd)$/i.exec(text.slice(start, end))
  return { start, end: end - (ending?.[0].length ?? 0) }
}

/** The number of the paper that the attachment is, in brackets behind its name. */
function apart(text: string, name: Span): { readonly name: Span; readonly number: Span | null } {
  const inner = withoutExtension(text, withoutRemark(text, trimmed(text, name, '；;。')))
  const words = text.slice(inner.start, inner.end)
  const open = inner.start + Math.max(words.lastIndexOf('（'), words.lastIndexOf('('))
  const number =
    open > inner.start && /[)）]/.test(text.charAt(inner.end - 1))
      ? numberIn(text, { start: open + 1, end: inner.end - 1 })
      : undefined
  return number ? { name: trimmed(text, { start: inner.start, end: open }), number } : { name: inner, number: null }
}

const bare = (name: string): string => name.replace(/[\s《》〈〉（）()“”"、，,.。：:]/g, '')

const matchesPart = (part: Part, ordinal: number | undefined, name: string): boolean => {
  if (part.kind === 'annex' && part.number !== undefined && ordinal !== undefined) return part.number === ordinal
  if (part.kind === 'annex' && part.number === undefined && ordinal === undefined) return true
  const title = bare(part.title?.value ?? '')
  return title !== '' && (title === bare(name) || (title.length > 6 && bare(name).includes(title)))
}

function listed(context: Context): readonly Attachment[] {
  const { text, lines, lists, parts } = context
  const entries: { ordinal?: Span; name: Span }[] = []
  for (const line of lists.flatMap(({ from, to }) => lines.slice(from, to))) {
    if (line.text !== '') entries.push(...entriesOf(text, line))
  }
  return entries.map(({ ordinal, name }) => {
    const { name: inner, number } = apart(text, name)
    const value = text.slice(inner.start, inner.end)
    const own = ordinal ? asOrdinal(placed(text, ordinal, 0.99)) : null
    const place = own ? Number(own.value) : undefined
    return {
      name: placed(text, inner, 0.97),
      number: own,
      documentNumber: number ? placed(text, number, 0.97) : null,
      present: parts.some((part) => matchesPart(part, place, value)),
    }
  })
}

/** Annexes that follow without a list under the letter. */
const unlisted = ({ text, parts, lines }: Context): readonly Attachment[] =>
  parts.flatMap((part): Attachment[] => {
    if (part.kind !== 'annex') return []
    const line = lines[part.from] as Line
    const digit = line.text.search(/\d|[一二三四五六七八九十]/)
    const number =
      part.number === undefined || digit < 0
        ? null
        : placed(text, { start: line.start + digit, end: line.start + digit + String(part.number).length })
    return [{ name: part.title ? placed(text, part.title, 0.85) : null, number, documentNumber: null, present: true }]
  })

/** Attachments as the letter lists them, each with whether it follows. */
export const findAttachments = (context: Context): readonly Attachment[] =>
  context.lists.length > 0 ? listed(context) : unlisted(context)
