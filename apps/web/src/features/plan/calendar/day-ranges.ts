import { addDays, isLocalDate, type LocalDate } from '@quanheng/domain/kernel/local-date'
import { halfWidth } from '@quanheng/domain/kernel/normalise'

const short = (day: LocalDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日` // i18n: its own name

const runsOf = (days: readonly LocalDate[]) => {
  const runs: { first: LocalDate; last: LocalDate }[] = []
  for (const day of days.toSorted()) {
    const run = runs.at(-1)
    if (run && addDays(run.last, 1) === day) run.last = day
    else runs.push({ first: day, last: day })
  }
  return runs
}

/** Days as the notice prints them, runs put together. */
export const dayRanges = (days: readonly LocalDate[]): readonly string[] =>
  runsOf(days).map(({ first, last }) => (first === last ? short(first) : `${short(first)}至${short(last)}`)) // i18n: its own name

/** The same days for somebody who reads no Chinese: 01-28 – 02-04. */
export const dayRangesAbroad = (days: readonly LocalDate[]): readonly string[] =>
  runsOf(days).map(({ first, last }) => (first === last ? first.slice(5) : `${first.slice(5)} – ${last.slice(5)}`))

const pattern = /^(\d{1,2})[月./-](\d{1,2})日?(?:(?:至|到|-|—|~)(\d{1,2})[月./-](\d{1,2})日?)?$/ // i18n: its own name

const dayOf = (year: number, month: string, day: string): LocalDate =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

export interface DaysRead {
  readonly days: readonly LocalDate[]
  /** Lines that are no days. */
  readonly unread: readonly string[]
}

/** Days of a year typed as the notice prints them: one or a run on each line, or set apart by 、. */
export const daysIn = (text: string, year: number): DaysRead => {
  const days: LocalDate[] = []
  const unread: string[] = []
  for (const line of halfWidth(text).split(/[\n、,;]/)) {
    const typed = line.replaceAll(/\s/g, '')
    if (typed === '') continue
    const [, month, day, toMonth, toDay] = pattern.exec(typed) ?? []
    const first = month && day ? dayOf(year, month, day) : ''
    const last = toMonth && toDay ? dayOf(year, toMonth, toDay) : first
    if (!isLocalDate(first) || !isLocalDate(last) || last < first) unread.push(typed)
    else for (let at = first; at <= last; at = addDays(at, 1)) days.push(at)
  }
  return { days: [...new Set(days)].toSorted(), unread }
}
