import { daysBetween, type LocalDate } from '../kernel/local-date.ts'
import { type WorkCalendar, workingDaysBetween } from '../kernel/working-days.ts'

export type PressingLight = 'green' | 'yellow' | 'red'

export interface Pressing {
  readonly light: PressingLight
  /** Working days from today to the due day, today not counted; negative when late; null where a year has no table. */
  readonly workingDaysLeft: number | null
}

/** A task turns yellow when this many working days, or fewer, are left. */
const soon = 2

/** How pressing something due on `due` is today. Without a holiday table calendar days decide, and no count is given. */
export const pressing = (calendar: WorkCalendar, today: LocalDate, due: LocalDate): Pressing => {
  const late = due < today
  const count = late ? workingDaysBetween(calendar, due, today) : workingDaysBetween(calendar, today, due)
  const left = count.ok ? (late && count.value > 0 ? -count.value : count.value) : null
  if (late) return { light: 'red', workingDaysLeft: left }
  return { light: (left ?? daysBetween(today, due)) <= soon ? 'yellow' : 'green', workingDaysLeft: left }
}
