/** Depth of a numbered heading: 0 chapter, 1 一、, 2 （一）, 3 1. or 一是 or 第一阶段：, 4 （1）, 5 ①; articles stand apart. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5

export interface Label {
  readonly kind: 'heading' | 'article'
  readonly level: Level
  readonly ordinal: number
  /** Length of the label with the space behind it. */
  readonly length: number
}

const han = '零〇○一二三四五六七八九'
const numeral = '[零〇○一二三四五六七八九十百]{1,6}'

const whole = new RegExp(`^${numeral}$`)

/** 1 to 999 from Chinese numerals or digits; undefined for anything else. */
export function ordinalOf(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  if (!whole.test(text)) return undefined
  let total = 0
  let digit = 0
  for (const sign of text) {
    if (sign === '百' || sign === '十') {
      total += (digit || 1) * (sign === '百' ? 100 : 10)
      digit = 0
    } else digit = Math.max(0, han.indexOf(sign) - 2)
  }
  return total + digit
}

const forms: readonly (readonly [RegExp, Label['kind'], Level])[] = [
  [new RegExp(`^第\\s?(${numeral}|\\d{1,3})\\s?[章编节](?:[\\s:：、]|$|(?=[^，。]{1,20}$))`), 'heading', 0],
  [new RegExp(`^第\\s?(${numeral}|\\d{1,3})\\s?条[\\s:：、]?`), 'article', 1],
  [new RegExp(`^(${numeral})\\s?[、.．，,。]\\s?`), 'heading', 1],
  [new RegExp(`^[（(]\\s?(${numeral})\\s?[)）][、.．]?\\s?`), 'heading', 2],
  [
    /^(\d{1,2})\s?(?:[、．]|\.(?!\d)|\.(?=\d{3,5}[\u4e00-\u9fa5])|\.(?=(?:19|20)\d{2}\s?年|\d{2,3}(?:分|[—–－\-~～至])))\s?/,
    'heading',
    3,
  ],
  [new RegExp(`^第(${numeral})(?:阶段|步)\\s?[:：、]\\s?`), 'heading', 3],
  [new RegExp(`^(?:指标|项目|任务)\\s?(${numeral}|\\d{1,2})\\s?[:：、.．]\\s?`), 'heading', 3],
  [new RegExp(`^(${numeral})是(?=[\\u4e00-\\u9fa5])`), 'heading', 3],
  [/^[（(]\s?(\d{1,2})\s?[)）][、.．]?\s?/, 'heading', 4],
  [/^(\d{1,2})[)）]\s?/, 'heading', 4],
  [/^\d{1,2}\.(\d{1,2})\s?(?=[\u4e00-\u9fa5])(?![个万亿元公年月日分倍吨米])/, 'heading', 4],
]

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** ●, ◆, ▲: signs that set an item apart without counting it. */
const bulletSign = /^[●○•◆◇■□▲△★☆※·►▪–-]\s?(?=[\u4e00-\u9fa5“（(《])/

/** 第八条【结果运用】…: the caption of an article is no part of what it says. */
const caption =
  /^(?:【[^】\n]{2,16}】|［[^］\n]{2,16}］|\[[^\]\n]{2,16}\]|[（(](?![一二三四五六七八九十]+[)）])[\u4e00-\u9fa5]{2,12}[)）])\s?/

/** Where the words of a line begin, behind its number with the caption of an article, or its bullet. */
export function openingOf(line: string, label: Label | undefined): number {
  if (label?.kind === 'article') return label.length + (caption.exec(line.slice(label.length))?.[0].length ?? 0)
  return label?.length ?? bulletSign.exec(line)?.[0].length ?? 0
}

/** The signs with which the forms begin. */
const opening = new Set('第（(零〇○一二三四五六七八九十百0123456789指项任')

/** The number that a line begins with, or undefined. */
export function labelOf(line: string): Label | undefined {
  const place = circled.indexOf(line.charAt(0))
  if (line !== '' && place >= 0) return { kind: 'heading', level: 5, ordinal: place + 1, length: 1 }
  if (!opening.has(line.charAt(0))) return undefined
  for (const [form, kind, level] of forms) {
    const found = form.exec(line)
    const ordinal = found ? ordinalOf(found[1] ?? '') : undefined
    if (found && ordinal !== undefined) return { kind, level, ordinal, length: found[0].length }
  }
  return undefined
}
