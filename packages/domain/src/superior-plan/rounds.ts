import { addDays, isLocalDate, type LocalDate } from '../kernel/local-date.ts'
import { addWorkingDays, type WorkCalendar } from '../kernel/working-days.ts'

export const cadences = ['month', 'quarter'] as const
export type Cadence = (typeof cadences)[number]

/** 调度日历: how often progress is reported, and by which working day after the period. */
export interface ProgressCalendar {
  readonly cadence: Cadence
  /** 1 to 20. */
  readonly workingDay: number
  /** Periods that end on this day or later are reported. */
  readonly from: LocalDate
}

export const longestWait = 20

export const calendarHolds = ({ workingDay, from }: ProgressCalendar): boolean =>
  Number.isInteger(workingDay) && workingDay >= 1 && workingDay <= longestWait && isLocalDate(from)

/** One round of progress reports. */
export interface ProgressRound {
  /** `2025-03`, `2025-Q1`. */
  readonly period: string
  /** Last day of the period: what had been done by then is reported. */
  readonly end: LocalDate
  readonly due: LocalDate
}

const two = (n: number): string => String(n).padStart(2, '0')

/** The day before the first of the next month. */
const endOf = (year: number, month: number): LocalDate =>
  month === 12 ? `${year}-12-31` : addDays(`${year}-${two(month + 1)}-01`, -1)

/** By the table of holidays; calendar days where the year has none. */
const dueAfter = (calendar: WorkCalendar, end: LocalDate, workingDay: number): LocalDate => {
  const due = addWorkingDays(calendar, end, workingDay)
  return due.ok ? due.value : addDays(end, workingDay)
}

/** The rounds of a year, the first period first. */
export const roundsOf = (
  year: number,
  { cadence, workingDay, from }: ProgressCalendar,
  calendar: WorkCalendar,
): readonly ProgressRound[] => {
  const months = cadence === 'month' ? Array.from({ length: 12 }, (_, at) => at + 1) : [3, 6, 9, 12]
  return months
    .map((month) => {
      const end = endOf(year, month)
      const period = cadence === 'month' ? `${year}-${two(month)}` : `${year}-Q${month / 3}`
      return { period, end, due: dueAfter(calendar, end, workingDay) }
    })
    .filter(({ end }) => end >= from)
}

/** Rounds whose period is over: progress of them can be reported. */
export const openRounds = (rounds: readonly ProgressRound[], today: LocalDate): readonly ProgressRound[] =>
  rounds.filter(({ end }) => end < today)
