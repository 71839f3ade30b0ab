import { isLocalDate, type LocalDate, printDate, printWeekday } from '../../kernel/local-date.ts'
import { isWorkingDay, type WorkCalendar, workingDayFrom, workingDayUpTo } from '../../kernel/working-days.ts'
import { type Finding, finding } from '../findings.ts'
import type { PlanChange, Proposal } from '../proposals.ts'

/** A day as a finding prints it, `2025年1月5日`; text that is no day stays as typed. */
export const printed = (date: string): string => (isLocalDate(date) ? printDate(date) : date)

const shift = (
  code: 'propose.previousWorkingDay' | 'propose.nextWorkingDay',
  day: ReturnType<typeof workingDayFrom>,
  change: (due: LocalDate) => PlanChange,
): Proposal[] => (day.ok ? [{ code, params: { date: printDate(day.value) }, change: change(day.value) }] : [])

/**
 * Due days on which offices are closed (节假日调休安排 decides, not the weekday alone), each with both neighbours as
 * proposals. A year without a table is said so, since nobody can tell yet.
 */
export const dayFaults = (
  calendar: WorkCalendar,
  at: string,
  name: string,
  due: string,
  change: (due: LocalDate) => PlanChange,
): Finding[] => {
  if (!isLocalDate(due)) return []
  const working = isWorkingDay(calendar, due)
  const params = { name, date: printDate(due), weekday: printWeekday(due) }
  if (!working.ok)
    return [
      finding(
        'check.calendarMissing',
        at,
        { ...params, year: due.slice(0, 4) },
        {
          proposals: [{ code: 'propose.enterCalendar', params: { year: due.slice(0, 4) } }],
        },
      ),
    ]
  if (working.value) return []
  return [
    finding('check.nonWorkingDay', at, params, {
      proposals: [
        ...shift('propose.previousWorkingDay', workingDayUpTo(calendar, due), change),
        ...shift('propose.nextWorkingDay', workingDayFrom(calendar, due), change),
      ],
    }),
  ]
}
