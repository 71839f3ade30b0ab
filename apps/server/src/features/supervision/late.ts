import { daysBetween } from '@quanheng/domain/kernel/local-date'
import { type WorkCalendar, workingDaysBetween } from '@quanheng/domain/kernel/working-days'
import { countedUntil, type Rectification } from '@quanheng/domain/rectification/model'
import { type Ticket, ticketOf } from '@quanheng/domain/supervision/ticket'

/** Working days after the due day; calendar days where a year on the way has no table of holidays. */
export const daysLate = (item: Rectification, calendar: WorkCalendar, today: string): number => {
  const until = countedUntil(item, today)
  if (until <= item.due) return 0
  const counted = workingDaysBetween(calendar, item.due, until)
  return counted.ok ? counted.value : daysBetween(item.due, until)
}

export const ticketToday = (item: Rectification, calendar: WorkCalendar, today: string): Ticket =>
  ticketOf(item.demand.ladder, {
    seriousness: item.demand.seriousness,
    times: item.demand.times,
    workingDaysLate: daysLate(item, calendar, today),
  })
