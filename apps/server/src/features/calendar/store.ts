import type { yearCalendar } from '@quanheng/contract/calendar'
import { stateCouncilCalendar } from '@quanheng/domain/kernel/holidays'
import type { WorkCalendar, YearCalendar } from '@quanheng/domain/kernel/working-days'
import type { z } from 'zod'
import type { Reader } from '../../platform/database/database.ts'
import type { HolidayCalendarTable } from './tables.ts'

type Row = z.infer<typeof yearCalendar>

const saved = (row: HolidayCalendarTable): Row => ({
  year: row.year,
  off: row.off_days,
  workingWeekends: row.working_days,
  source: { documentNumber: row.source, date: row.source_date ?? `${row.year - 1}-11-01` },
  origin: 'saved',
  version: row.version,
})

const shipped = ({ year, off, workingWeekends, source }: YearCalendar): Row => ({
  year,
  off: [...off],
  workingWeekends: [...workingWeekends],
  source,
  origin: 'shipped',
  version: 0,
})

/** Every year with a table, the latest first: what was entered here stands before what came with the release. */
export const calendarYears = async (db: Reader): Promise<Row[]> => {
  const entered = (await db.selectFrom('holiday_calendar').selectAll().execute()).map(saved)
  const years = new Set(entered.map((row) => row.year))
  return [...entered, ...stateCouncilCalendar.filter(({ year }) => !years.has(year)).map(shipped)].toSorted(
    (a, b) => b.year - a.year,
  )
}

/** The tables that working days are counted by. */
export const workCalendar = (db: Reader): Promise<WorkCalendar> => calendarYears(db)
