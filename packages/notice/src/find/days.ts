import type { Context } from '../text/context.ts'
import { datesIn, type FoundDate } from '../text/dates.ts'
import type { Placed } from '../text/words.ts'
import type { Signature } from './signature.ts'

const placedDay = ({ value, start, end, determined, slip }: FoundDate, confidence: number): Placed => ({
  value,
  at: { start, end },
  confidence: determined && !slip ? confidence : 0.5,
})

const metaDay = (context: Context, key: 'signed' | 'published'): Placed | null => {
  const named = context.meta.values.get(key)
  const [day] = named ? datesIn(context.text.slice(named.at.start, named.at.end), named.at.start) : []
  return day ? placedDay(day, 0.9) : null
}

/** 成文日期: under the signature, else as the site gives it, else in brackets under the title. */
export function findDocumentDate(context: Context, signature: Signature | null): Placed | null {
  if (signature) return placedDay(signature.date, 0.98)
  const bracketed = context.head.flatMap((line) =>
    /^[（(].*\d{4}\s?年/.test(line.text) ? datesIn(line.text, line.start) : [],
  )[0]
  return metaDay(context, 'signed') ?? (bracketed ? placedDay(bracketed, 0.8) : null)
}

/** 印发日期 of the imprint: a line that ends with 印发. */
export function findPrintDate({ lines }: Context): Placed | null {
  for (const line of lines) {
    if (line.text.length > 60 || !/日\s?印\s?[发制]\s*$/.test(line.text)) continue
    const day = datesIn(line.text, line.start).at(-1)
    if (day) return placedDay(day, 0.98)
  }
  return null
}

/** When a site published the paper; not a date of the paper itself. */
export const findPublishDate = (context: Context): Placed | null => metaDay(context, 'published')
