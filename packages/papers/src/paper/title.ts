import { widthOf } from './text.ts'

/** 22 pt characters that fit the 156 mm of the type area, one kept free so that the outline can taper. */
const longest = 19

/** Lines never begin with these: particles and closing marks belong to what stands before them. */
const clinging = /^[的地得之和与及、，。；：》〉”’）〕…]/

/** Lines never end with an opening mark. */
const opening = /[《〈“‘（〔]$/

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** Words of the trade that a general dictionary takes apart. */
const trade =
  /(营商环境|高新(?:技术|片区|区)|自由贸易试验区|领导小组|办公室|绩效考[评核]|乡村振兴|招商引资|政务服务|放管服|片区)/

const segments = (title: string): readonly string[] =>
  title
    .split(trade)
    .flatMap((piece) => (trade.test(piece) ? [piece] : Array.from(segmenter.segment(piece), ({ segment }) => segment)))

/** Words of the title with clinging marks attached and numbers joined to what they count: 2024年度 stays whole. */
function words(title: string): string[] {
  const out: string[] = []
  for (const segment of segments(title)) {
    const last = out.at(-1)
    if (last !== undefined && (clinging.test(segment) || opening.test(last) || /\d$/.test(last))) {
      out[out.length - 1] = last + segment
    } else out.push(segment)
  }
  return out
}

/**
 * A title in as few lines as hold it, broken between words and as even as the words allow, the longer line first
 * where two are near (GB/T 9704-2012, 7.3.1: whole words, trapezoid or rhombus). No line is shorter than one above and one
 * below it, where the words allow; lines of equal length are avoided by preference only.
 */
export function breakTitle(title: string): readonly string[] {
  const parts = words(title)
  const count = Math.ceil(widthOf(title) / longest)
  if (count <= 1) return [title]
  return split(parts, count) ?? split(parts, count + 1) ?? [title]
}

/** More than any unevenness costs. */
const hourglass = 2_000

function split(parts: readonly string[], count: number): readonly string[] | undefined {
  const ideal = widthOf(parts.join('')) / count
  let best: { lines: readonly string[]; cost: number } | undefined
  const place = (from: number, lines: readonly string[], cost: number, fell: boolean): void => {
    if (best && cost >= best.cost) return
    if (lines.length === count) {
      if (from === parts.length) best = { lines, cost }
      return
    }
    let line = ''
    for (let to = from; to < parts.length; to++) {
      line += parts[to]
      const width = widthOf(line)
      if (width > longest) return
      const before = lines.at(-1)
      const level = before !== undefined && widthOf(before) === width ? 1 : 0
      const growing = before !== undefined && widthOf(before) < width
      const shape = growing ? (fell ? hourglass : 0.5) : 0
      const falls = fell || (before !== undefined && widthOf(before) > width)
      place(to + 1, [...lines, line], cost + (width - ideal) ** 2 + level + shape, falls)
    }
  }
  place(0, [], 0, false)
  return best?.lines
}

/** The title's lines: as given, or broken. */
export const titleLines = (title: string | readonly string[]): readonly string[] =>
  typeof title === 'string' ? breakTitle(title) : title

/** The title as one string, as a register or a reference cites it. */
export const titleText = (title: string | readonly string[]): string =>
  typeof title === 'string' ? title : title.join('')
