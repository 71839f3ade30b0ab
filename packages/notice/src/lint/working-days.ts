import { stateCouncilCalendar } from '@quanheng/domain/kernel/holidays'
import { isLocalDate, printDate, printWeekday, weekdayOf } from '@quanheng/domain/kernel/local-date'
import { isWorkingDay, workingDayUpTo } from '@quanheng/domain/kernel/working-days'
import type { Reading } from '../read.ts'
import { datesIn } from '../text/dates.ts'
import type { Finding } from './findings.ts'

/** Terms that fall on a day of rest; in a year without the State Council's table only weekends are named, as a question. */
export function lintWorkingDays({ context: { text }, fields: { steps } }: Reading): readonly Finding[] {
  const terms = new Map(
    steps.flatMap(({ due }) =>
      due && isLocalDate(due.value) ? [[due.at.start, { at: due.at, value: due.value }] as const] : [],
    ),
  )
  for (const { determined, start, end, value } of datesIn(text)) {
    if (determined && /^\s?(?:\d{1,2}[:：时]\d{0,2}\s?)?(?:以前|之前|前|止)/.test(text.slice(end, end + 8)))
      terms.set(start, { at: { start, end }, value })
  }
  return [...terms.values()].flatMap(({ at, value }): Finding[] => {
    const working = isWorkingDay(stateCouncilCalendar, value)
    const params = { day: printDate(value), weekday: printWeekday(value) }
    if (!working.ok) return weekdayOf(value) > 5 ? [{ kind: 'notice.weekendUnknown', at, params }] : []
    if (working.value) return []
    const before = workingDayUpTo(stateCouncilCalendar, value)
    return [{ kind: 'notice.dayOff', at, params: { ...params, ...(before.ok && { before: printDate(before.value) }) } }]
  })
}
