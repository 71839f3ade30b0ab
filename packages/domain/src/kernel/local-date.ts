import { type DomainError, ok, type Result, refuse } from './result.ts'

/**
 * A day of the calendar in Asia/Shanghai, `YYYY-MM-DD`; text order is day order, so `<` and `===` compare.
 * Text from outside passes `parseLocalDate` first; the arithmetic below throws a RangeError on anything else.
 */
export type LocalDate = string

export type LocalDateError = DomainError<'date.malformed' | 'date.noSuchDay'>

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const lengthOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const partsOf = (text: string): Parts | undefined => {
  const match = shape.exec(text)
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : undefined
}

const exists = ({ year, month, day }: Parts): boolean =>
  year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month)

export const isLocalDate = (text: string): boolean => {
  const parts = partsOf(text)
  return parts !== undefined && exists(parts)
}

/** @returns refusals `date.malformed` (not `YYYY-MM-DD`) and `date.noSuchDay` (2月30日), each with param `text` */
export const parseLocalDate = (text: string): Result<LocalDate, LocalDateError> => {
  const parts = partsOf(text)
  if (!parts) return refuse('date.malformed', { params: { text } })
  return exists(parts) ? ok(text) : refuse('date.noSuchDay', { params: { text } })
}

const knownParts = (date: LocalDate): Parts => {
  const parts = partsOf(date)
  if (!parts || !exists(parts)) throw new RangeError(`not a day: ${date}`)
  return parts
}

/** Days since 1970-01-01, negative before. Years run from March, so that the leap day comes last in its year. */
const epochDay = (date: LocalDate): number => {
  const { year, month, day } = knownParts(date)
  const y = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0')

/** Inverse of `epochDay`. @throws RangeError outside the years 1 to 9999 */
const dateOf = (epoch: number): LocalDate => {
  const days = epoch + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  if (year < 1 || year > 9999) throw new RangeError(`no such year: ${year}`)
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1, 2)}`
}

/** Negative, zero or positive, for sorting. */
export const compareDates = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0)

export const addDays = (date: LocalDate, days: number): LocalDate => dateOf(epochDay(date) + days)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => epochDay(to) - epochDay(from)

export const yearOf = (date: LocalDate): number => knownParts(date).year

/** 1 Monday … 7 Sunday (GB/T 7408). */
export const weekdayOf = (date: LocalDate): number => ((((epochDay(date) + 3) % 7) + 7) % 7) + 1

/** 公文 form without leading zeros (GB/T 9704 7.3.5): `2025年1月5日`. */
export const printDate = (date: LocalDate): string => {
  const { year, month, day } = knownParts(date)
  return `${year}年${month}月${day}日`
}

/** `星期日` */
export const printWeekday = (date: LocalDate): string => `星期${'一二三四五六日'[weekdayOf(date) - 1]}`

/** The calendar's day at an RFC 3339 instant, which acts keep in Greenwich time. */
export const dayAt = (instant: string): LocalDate =>
  dateOf(Math.floor((Date.parse(instant) + 8 * 3_600_000) / 86_400_000))
