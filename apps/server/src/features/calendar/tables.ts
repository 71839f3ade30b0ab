export interface HolidayCalendarTable {
  year: number
  id: string
  off_days: string[]
  working_days: string[]
  source: string
  source_date: string | null
  version: number
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    holiday_calendar: HolidayCalendarTable
  }
}
