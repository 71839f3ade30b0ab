import { addDays, isLocalDate, type LocalDate, weekdayOf, yearOf } from './local-date.ts'
import { type DomainError, ok, type Result, refuse } from './result.ts'

/** One year's 放假调休 table as the State Council's notice gives it: editable data, signed like other parameters. */
export interface YearCalendar {
  readonly year: number
  /** 放假 days, weekends inside the holiday included. */
  readonly off: readonly LocalDate[]
  /** 调休上班: Saturdays and Sundays on which offices work. */
  readonly workingWeekends: readonly LocalDate[]
  /** The notice it comes from, e.g. `国办发明电〔2024〕12号`. */
  readonly source: { readonly documentNumber: string; readonly date: LocalDate }
}

export type WorkCalendar = readonly YearCalendar[]

export type WorkingDayError = DomainError<'calendar.yearMissing'>

/** A year whose table has not been entered is refused: weekends alone would silently miss every holiday. */
const tableOf = (calendar: WorkCalendar, date: LocalDate): Result<YearCalendar, WorkingDayError> => {
  const year = yearOf(date)
  const table = calendar.find((candidate) => candidate.year === year)
  return table ? ok(table) : refuse('calendar.yearMissing', { params: { year: String(year), date } })
}

/** @returns refusal `calendar.yearMissing` (params `year`, `date`) when the year has no table */
export const isWorkingDay = (calendar: WorkCalendar, date: LocalDate): Result<boolean, WorkingDayError> => {
  const table = tableOf(calendar, date)
  if (!table.ok) return table
  if (table.value.off.includes(date)) return ok(false)
  return ok(weekdayOf(date) <= 5 || table.value.workingWeekends.includes(date))
}

/** From `date` on (itself included) in steps of `step` days to the first working day. */
const seek = (calendar: WorkCalendar, date: LocalDate, step: 1 | -1): Result<LocalDate, WorkingDayError> => {
  for (let day = date; ; day = addDays(day, step)) {
    const working = isWorkingDay(calendar, day)
    if (!working.ok) return working
    if (working.value) return ok(day)
  }
}

/** `date` itself when offices work on it, else the next working day. */
export const workingDayFrom = (calendar: WorkCalendar, date: LocalDate) => seek(calendar, date, 1)

/** `date` itself when offices work on it, else the working day before. */
export const workingDayUpTo = (calendar: WorkCalendar, date: LocalDate) => seek(calendar, date, -1)

/**
 * The `count`th working day after `date` (before it, when negative); the day itself is not counted, as in
 * “自送达之日起5个工作日内”. Zero gives `date` as it is.
 * @param count whole number
 * @returns refusal `calendar.yearMissing` as soon as the walk enters a year without a table
 */
export const addWorkingDays = (
  calendar: WorkCalendar,
  date: LocalDate,
  count: number,
): Result<LocalDate, WorkingDayError> => {
  const step = count < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(count); left > 0; left--) {
    const next = seek(calendar, addDays(day, step), step)
    if (!next.ok) return next
    day = next.value
  }
  return ok(day)
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export const workingDaysBetween = (
  calendar: WorkCalendar,
  from: LocalDate,
  to: LocalDate,
): Result<number, WorkingDayError> => {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day)
    if (!working.ok) return working
    if (working.value) count += 1
  }
  return ok(count)
}

export type CalendarError = DomainError<
  'calendar.sourceMissing' | 'calendar.notOfYear' | 'calendar.twice' | 'calendar.notWeekend' | 'date.malformed'
>

/** Checks a table before it is saved: real days of its year, none twice, shifted working days on weekends, a source. */
export const checkYearCalendar = (table: YearCalendar): Result<YearCalendar, CalendarError> => {
  if (table.source.documentNumber.trim() === '')
    return refuse('calendar.sourceMissing', { at: 'source.documentNumber' })
  const seen = new Set<LocalDate>()
  for (const list of ['off', 'workingWeekends'] as const) {
    for (const [index, date] of table[list].entries()) {
      const at = `${list}[${index}]`
      const params = { date, year: String(table.year) }
      if (!isLocalDate(date)) return refuse('date.malformed', { at, params: { text: date } })
      if (yearOf(date) !== table.year) return refuse('calendar.notOfYear', { at, params })
      if (seen.has(date)) return refuse('calendar.twice', { at, params })
      if (list === 'workingWeekends' && weekdayOf(date) <= 5) return refuse('calendar.notWeekend', { at, params })
      seen.add(date)
    }
  }
  return ok(table)
}
