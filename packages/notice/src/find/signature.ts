import type { Context } from '../text/context.ts'
import { dateLine, datesIn, type FoundDate } from '../text/dates.ts'
import type { Line, Span } from '../text/document.ts'
import { isOrgan } from '../text/organs.ts'

export interface Signature {
  readonly date: FoundDate
  /** Lines of the bodies that sign, in order; empty where only a day stands. */
  readonly bodies: readonly Span[]
  readonly line: number
}

const sameLine = /^(.{4,40}?[^\d\s：:，。])\s?(?=(?:[12][0-9OlI]{3}|二)\s?.{0,3}年)/

/** Whole lines above the day: names of bodies, or the first half of a name that runs over two lines. */
function bodiesAbove(lines: readonly Line[], at: number, floor: number): readonly Span[] {
  const bodies: Span[] = []
  let index = at - 1
  while (
    index > floor &&
    /^$|^[（(][^（）()]{0,20}(?:代\s?章|公\s?章|盖\s?章|印\s?章)[)）]$/.test(lines[index]?.text ?? '.')
  )
    index -= 1
  for (; index > floor && bodies.length < 6; index--) {
    const line = lines[index] as Line
    const half =
      bodies.length > 0 &&
      !isOrgan(line.text) &&
      /^[\u4e00-\u9fa5（）()]{4,30}$/.test(line.text) &&
      !/的$/.test(line.text)
    if (line.label || line.table !== undefined || (!isOrgan(line.text) && !half)) break
    if (half && bodies[0]) bodies[0] = { start: line.start, end: bodies[0].end }
    else bodies.unshift({ start: line.start, end: line.end })
    if (half) break
  }
  return bodies
}

/** The day under the letter with the bodies above it: the first that stands alone behind the head. */
export function findSignature({ lines, letter, lists, head, parts }: Context): Signature | null {
  const begin = head.at(-1)?.index ?? -1
  const end = parts.length === 1 ? lines.length : letter.to
  for (const line of lines.slice(Math.max(0, begin + 1), end)) {
    if (line.table !== undefined || line.text.length > 60) continue
    const alone = dateLine(line.text, line.start)
    const above = lists.filter(({ to }) => to <= line.index)
    if (alone)
      return {
        date: alone,
        bodies: bodiesAbove(lines, line.index, Math.max(begin, ...above.map(({ to }) => to - 1))),
        line: line.index,
      }
    const body = sameLine.exec(line.text)?.[1]
    const [date] = datesIn(line.text, line.start)
    if (body && date && date.end === line.end && isOrgan(body))
      return { date, bodies: [{ start: line.start, end: line.start + body.length }], line: line.index }
  }
  return null
}
