import { isLocalDate } from '@quanheng/domain/kernel/local-date'
import type { Span } from './document.ts'
import { ordinalOf } from './labels.ts'

/** A day in the text: `YYYY-MM-DD` where the text determines one, letters read as the digits they stand for, else the words as they stand. */
export interface FoundDate extends Span {
  readonly value: string
  /** The words without spaces. */
  readonly written: string
  readonly determined: boolean
  /** Letters stand where digits belong: 20lO年. */
  readonly slip: boolean
  /** The day does not exist: 2月30日. */
  readonly impossible: boolean
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

const year = '(?:[12lI|][0-9OoQlI|]{3}|[二一][〇○零OoＯ0一二三四五六七八九]{3})'
const small = '(?:[0-9OolI|]{1,2}|[一二三四五六七八九十]{1,3})'

/** A scan reads 日 as 曰 or 口. */
const dayWord = '(?:[日号曰]|口(?![井径人岸]))'

const full = `(${year})\\s?年\\s?(${small})\\s?月\\s?(${small})\\s?${dayWord}`
const numeric = '(\\d{4})\\s?[-/.．－]\\s?(\\d{1,2})\\s?[-/.．－]\\s?(\\d{1,2})(?!\\d)'
const yearless = `(?<![年\\d])(${small})\\s?月\\s?(${small})\\s?${dayWord}`

const latin = (text: string): string => text.replace(/[OoQ〇○零Ｏ]/g, '0').replace(/[lI|]/g, '1')

const hanYear = (text: string): number | undefined => {
  const digits = [...latin(text)]
    .map((sign) => ('一二三四五六七八九'.indexOf(sign) + 1 || Number(sign)).toString())
    .join('')
  return /^\d{4}$/.test(digits) ? Number(digits) : undefined
}

const numberOf = (text: string): number | undefined => ordinalOf(/^[0-9OolI|]+$/.test(text) ? latin(text) : text)

const two = (value: number): string => String(value).padStart(2, '0')

const slipped = (text: string): boolean => /[OoQlI|Ｏ]/.test(text) && /[0-9OoQlI|]{2}/.test(text)

function dated(match: RegExpExecArray, offset: number): FoundDate {
  const [words, y = '', m = '', d = ''] = match
  const [year, month, day] = [hanYear(y), numberOf(m), numberOf(d)]
  const slip = [y, m, d].some((part) => slipped(part) || /^[OolI|]+$/.test(part))
  const complete = year !== undefined && month !== undefined && day !== undefined
  const iso = complete ? `${year}-${two(month)}-${two(day)}` : ''
  const determined = complete && isLocalDate(iso)
  const written = words.replace(/\s/g, '')
  return {
    start: offset + match.index,
    end: offset + match.index + words.length,
    value: determined ? iso : written,
    written,
    determined,
    slip,
    impossible: complete && !slip && !isLocalDate(iso),
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  }
}

const [fullForm, numericForm, yearlessForm] = [full, numeric, yearless].map((form) => new RegExp(form, 'g')) as [
  RegExp,
  RegExp,
  RegExp,
]
const wholeLine = new RegExp(`^(?:${full})$`)
const emptyDay = new RegExp(`^${year}\\s?年\\s?[\\dXx×]{0,2}\\s?月\\s?[\\dXx×]{0,2}\\s?日$`)

const every = (pattern: RegExp, text: string, offset: number): FoundDate[] =>
  [...text.matchAll(pattern)].map((match) => dated(match as RegExpExecArray, offset))

/** All days with a year in a text that begins at `offset`. */
export const datesIn = (text: string, offset = 0): readonly FoundDate[] =>
  [...every(fullForm, text, offset), ...every(numericForm, text, offset)].sort((a, b) => a.start - b.start)

/** Days written without their year, 1月15日; `year` is left out. */
export const yearlessIn = (text: string, offset = 0): readonly FoundDate[] =>
  [...text.matchAll(yearlessForm)].map((match) => {
    const [words, m = '', d = ''] = match
    const [month, day] = [numberOf(m), numberOf(d)]
    return {
      start: offset + match.index,
      end: offset + match.index + words.length,
      value: words.replace(/\s/g, ''),
      written: words.replace(/\s/g, ''),
      determined: false,
      slip: false,
      impossible: false,
      ...(month !== undefined && { month }),
      ...(day !== undefined && { day }),
    }
  })

/** The line is a day and nothing else, as under a signature; an empty month or day counts (2024年 月 日). */
export function dateLine(text: string, offset = 0): FoundDate | undefined {
  if (text.length > 30 || !text.includes('年')) return undefined
  const bare = text.replace(/^[（(]|[)）]$/g, '')
  const shift = offset + (bare === text || text.startsWith(bare) ? 0 : 1)
  const whole = wholeLine.exec(bare)
  if (whole) return dated(whole, shift)
  if (!emptyDay.test(bare)) return undefined
  const written = bare.replace(/\s/g, '')
  return {
    start: shift,
    end: shift + bare.length,
    value: written,
    written,
    determined: false,
    slip: false,
    impossible: false,
  }
}
