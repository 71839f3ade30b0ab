import { labelOf } from './labels.ts'

/** Ends a paragraph, whatever its length. */
const closed = /[。！？：:；;!?|]$/

const begins = /^(?:附\s?件|抄送|主送|[-—－]\s?\d{1,3}\s?[-—－]$)|^(?:[^。]{0,12}印发)?\d{4}\s?年.{1,8}日(?:印发)?$/

const wide = (line: string): number => {
  let width = 0
  for (const sign of line) width += (sign.codePointAt(0) ?? 0) < 0x100 ? 0.5 : 1
  return width
}

const ragged = 4

/** The sentence is left open, and the line below begins no paragraph. */
const goesOn = (line: string, below: string | undefined): boolean =>
  !closed.test(line) &&
  below !== undefined &&
  below !== '' &&
  !below.includes('\t') &&
  !labelOf(below) &&
  !begins.test(below)

type Measure = (line: string) => number

interface Page {
  readonly measure: Measure
  readonly width: number
  /** Lines that reach the width and leave their sentence open. */
  readonly full: number
  /** How far a broken line may fall short: the indent of its paragraph, and a word that did not fit. */
  readonly ragged: number
}

/** A text is broken at one width; so many lines show which. */
const mostMeasured = 4_000

/** The width at which lines were broken, or undefined where they end with their paragraphs. */
function pageBy(measure: Measure, all: readonly string[]): Page | undefined {
  const lines = all.slice(0, mostMeasured)
  const widths = lines.filter((line) => line !== '' && !line.includes('\t')).map(measure)
  if (widths.length < 8) return undefined
  const sorted = [...widths].sort((a, b) => a - b)
  const width = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  if (width < 18 || width > 64) return undefined
  const full = lines.filter(
    (line) => line.length >= width - 2.5 && measure(line) >= width - 2.5 && !closed.test(line),
  ).length
  if (full >= widths.length * 0.3) return { measure, width, full, ragged }
  // A page of short items has few full lines, but none that is longer.
  const widest = sorted.at(-1) ?? 0
  if (widest > width + 1.5) return undefined
  if (full >= Math.max(5, widths.length * 0.12)) return { measure, width: widest, full, ragged }
  // A scan with stray spaces breaks its lines unevenly: what goes on without a number was broken all the same.
  const uneven = widest * 0.25
  const broken = lines.filter((line, at) => measure(line) >= widest - uneven && goesOn(line, lines[at + 1]))
  // On a short page fewer lines must do, where some are torn between two words.
  const torn = broken.filter((line) => /[\u4e00-\u9fa5]$/.test(line)).length
  const enough = broken.length >= (torn >= 3 ? Math.max(4, widths.length * 0.14) : Math.max(6, widths.length * 0.2))
  return widest <= 50 && enough ? { measure, width: widest, full: broken.length, ragged: uneven } : undefined
}

const inSigns: Measure = (line) => line.length

/** A page is set to its width; a program that breaks text may count signs instead, which shows where more lines are full. */
function pageOf(lines: readonly string[]): Page | undefined {
  const [set, counted] = [pageBy(wide, lines), pageBy(inSigns, lines)]
  return set && counted && counted.full > set.full ? counted : (set ?? counted)
}

/** 40%， and ABC do not part: what of the line below did not fit. */
export const unparted = /^[A-Za-z0-9.%]{1,12}[，,、；;。)）]?/

/**
 * Joins lines that end where the page ends. A line joins the next one when it is full, leaves its sentence open, and the next
 * one does not begin a numbered paragraph. Lines with tabs are rows and stay.
 */
export function unwrap(lines: readonly string[], wrapped = false): readonly string[] {
  const known = pageOf(lines)
  if (!known && !wrapped) return lines
  const measure = known?.measure ?? wide
  const width = known?.width ?? Math.max(18, ...lines.map(wide).filter((one) => one < 64))
  const reach = known?.ragged ?? ragged
  const joined: string[] = []
  let room = Number.POSITIVE_INFINITY
  for (const line of lines) {
    const row = line.includes('\t')
    const last = joined.at(-1)
    const open = room <= reach + measure(unparted.exec(line)?.[0] ?? '')
    if (open && last !== undefined && line !== '' && !row && !labelOf(line) && !begins.test(line)) {
      joined[joined.length - 1] = /[A-Za-z0-9]$/.test(last) && /^[A-Za-z]/.test(line) ? `${last} ${line}` : last + line
    } else joined.push(line)
    room = row || closed.test(line) ? Number.POSITIVE_INFINITY : width - measure(line)
  }
  return joined
}

const mark =
  '[^，。；：:\\d（(]{2,24}(?:[（(]\\s?\\d{1,3}(?:\\.\\d)?\\s?分\\s?[)）]|[，,]\\s?\\d{1,3}(?:\\.\\d)?\\s?分(?=[。：:]))'
const itemWithMarks = new RegExp(
  `(?<=[。；;：:])\\s?(?=(?:\\d{1,2}\\s?[.．、]|[（(](?:\\d{1,2}|[一二三四五六七八九十]{1,2})[)）]|[①-⑳])\\s?${mark})`,
)
const caseOfList = /(?<=[。；;：:])\s?(?=[（(][一二三四五六七八九十]{1,2}[)）])/
/** Without a number behind a stop there is no item. */
const numberBehindStop = /[。；;：:]\s?[\d（(①-⑳]/
const scored = /[扣加减得计]\s?\d/

/**
 * Items that run on in one paragraph stand on lines of their own: 1.招商引资（15分）：…。2.…, and (一)单位自评；(二)部门评分 where the
 * items give no points, since a scoring sentence keeps its parts.
 */
export function unfold(line: string): readonly string[] {
  if (line.includes('\t') || line.startsWith('|') || !numberBehindStop.test(line)) return [line]
  const marked = line.split(itemWithMarks)
  if (marked.length > 1) return marked
  const cases = line.split(caseOfList)
  return cases.length > 2 && !cases.slice(1).some((one) => scored.test(one)) ? cases : [line]
}
