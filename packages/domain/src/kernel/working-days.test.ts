import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateCouncilCalendar as calendar } from './holidays.ts'
import { addDays } from './local-date.ts'
import {
  addWorkingDays,
  checkYearCalendar,
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
  workingDayUpTo,
  type YearCalendar,
} from './working-days.ts'

describe('放假调休表', () => {
  it.each([
    [2024, 28, 8],
    [2025, 28, 5],
    [2026, 33, 6],
  ])('%i has %i days off and %i shifted working days, as its notice prints', (year, off, shifted) => {
    const table = calendar.find((candidate) => candidate.year === year)
    expect(table?.off).toHaveLength(off)
    expect(table?.workingWeekends).toHaveLength(shifted)
  })

  it('every shipped table is sound', () => {
    for (const table of calendar) expect(checkYearCalendar(table)).toEqual({ ok: true, value: table })
  })

  const table: YearCalendar = {
    year: 2030,
    off: ['2030-01-01'],
    workingWeekends: ['2030-01-05'],
    source: { documentNumber: '示例〔2029〕1号', date: '2029-11-01' },
  }

  it.each([
    [
      { ...table, source: { documentNumber: ' ', date: '2029-11-01' } },
      'calendar.sourceMissing',
      'source.documentNumber',
    ],
    [{ ...table, off: ['2029-12-31'] }, 'calendar.notOfYear', 'off[0]'],
    [{ ...table, off: ['2030-02-30'] }, 'date.malformed', 'off[0]'],
    [{ ...table, off: ['2030-01-01', '2030-01-01'] }, 'calendar.twice', 'off[1]'],
    [{ ...table, off: ['2030-01-05'] }, 'calendar.twice', 'workingWeekends[0]'],
    [{ ...table, workingWeekends: ['2030-01-04'] }, 'calendar.notWeekend', 'workingWeekends[0]'],
  ])('refuses a faulty table %#', (faulty, code, at) => {
    expect(checkYearCalendar(faulty)).toMatchObject({ ok: false, error: { code, at } })
  })
})

describe('isWorkingDay', () => {
  it.each([
    ['2025-01-05', false, '星期日'],
    ['2025-01-18', false, '星期六，未调休'],
    ['2025-01-26', true, '星期日，春节调休上班'],
    ['2025-02-08', true, '星期六，春节调休上班'],
    ['2025-01-28', false, '除夕，星期二'],
    ['2025-01-20', true, '星期一'],
    ['2026-02-23', false, '正月初七，星期一'],
    ['2026-01-04', true, '星期日，元旦调休上班'],
  ])('%s: %s (%s)', (date, working) => {
    expect(isWorkingDay(calendar, date)).toEqual({ ok: true, value: working })
  })

  it('refuses a year without a table', () => {
    expect(isWorkingDay(calendar, '2027-01-04')).toEqual({
      ok: false,
      error: { code: 'calendar.yearMissing', params: { year: '2027', date: '2027-01-04' } },
    })
  })
})

describe('addWorkingDays', () => {
  it.each([
    ['2025-01-24', 1, '2025-01-26', 'Friday, then the shifted Sunday'],
    ['2025-01-24', 2, '2025-01-27', 'the last day before the festival'],
    ['2025-01-24', 3, '2025-02-05', 'over the Spring Festival'],
    ['2025-02-05', 4, '2025-02-10', 'over the shifted Saturday'],
    ['2025-01-20', 0, '2025-01-20', 'zero'],
    ['2025-01-18', 0, '2025-01-18', 'zero on a day of rest'],
    ['2025-02-05', -1, '2025-01-27', 'back over the festival'],
    ['2025-12-31', 1, '2026-01-04', 'into the next table'],
    ['2026-09-30', 1, '2026-10-08', 'over the National Day'],
  ])('%s and %i is %s: %s', (date, count, sum) => {
    expect(addWorkingDays(calendar, date, count)).toEqual({ ok: true, value: sum })
  })

  it('refuses when the walk leaves the tables', () => {
    expect(addWorkingDays(calendar, '2026-12-31', 1)).toMatchObject({
      ok: false,
      error: { code: 'calendar.yearMissing' },
    })
    expect(addWorkingDays(calendar, '2024-01-02', -1)).toMatchObject({
      ok: false,
      error: { code: 'calendar.yearMissing', params: { year: '2023' } },
    })
  })

  const day = fc.integer({ min: 0, max: 900 }).map((offset) => addDays('2024-03-01', offset))

  it('lands on a working day, counts back to where it started, and agrees with workingDaysBetween', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (date, count) => {
        const sum = addWorkingDays(calendar, date, count)
        if (!sum.ok) throw new Error('the walk stays inside the tables')
        expect(isWorkingDay(calendar, sum.value)).toEqual({ ok: true, value: true })
        expect(workingDaysBetween(calendar, date, sum.value)).toEqual({ ok: true, value: count })
        expect(addWorkingDays(calendar, sum.value, -count)).toEqual(workingDayUpTo(calendar, date))
      }),
    )
  })
})

describe('the nearest working day', () => {
  it('moves only when it must', () => {
    expect(workingDayUpTo(calendar, '2025-01-05')).toEqual({ ok: true, value: '2025-01-03' })
    expect(workingDayFrom(calendar, '2025-01-05')).toEqual({ ok: true, value: '2025-01-06' })
    expect(workingDayFrom(calendar, '2025-01-06')).toEqual({ ok: true, value: '2025-01-06' })
    expect(workingDayFrom(calendar, '2025-01-25')).toEqual({ ok: true, value: '2025-01-26' })
  })
})
