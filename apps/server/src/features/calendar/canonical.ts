import type { HolidayCalendarTable } from './tables.ts'

/** What acts digest; a field that counts must stand here. */
export const canonicalCalendar = (row: HolidayCalendarTable): object => ({
  id: row.id,
  year: row.year,
  off: row.off_days,
  workingWeekends: row.working_days,
  source: { documentNumber: row.source, date: row.source_date },
  version: row.version,
})
