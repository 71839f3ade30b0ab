import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  compareDates,
  dayAt,
  daysBetween,
  isLocalDate,
  parseLocalDate,
  printDate,
  printWeekday,
  weekdayOf,
} from './local-date.ts'

const days = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('parseLocalDate', () => {
  it.each(['2024-02-29', '2000-02-29', '2025-12-31', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(parseLocalDate(text)).toEqual({ ok: true, value: text })
  })

  it.each([
    ['2025-1-5', 'date.malformed'],
    ['2025年1月5日', 'date.malformed'],
    ['２０２５-01-05', 'date.malformed'],
    ['2025-01-05T00:00', 'date.malformed'],
    ['', 'date.malformed'],
    ['2025-02-29', 'date.noSuchDay'],
    ['1900-02-29', 'date.noSuchDay'],
    ['2025-04-31', 'date.noSuchDay'],
    ['2025-13-01', 'date.noSuchDay'],
    ['2025-00-10', 'date.noSuchDay'],
    ['0000-01-01', 'date.noSuchDay'],
  ])('refuses %s with %s', (text, code) => {
    expect(parseLocalDate(text)).toEqual({ ok: false, error: { code, params: { text } } })
    expect(isLocalDate(text)).toBe(false)
  })
})

describe('arithmetic', () => {
  it.each([
    ['2025-01-05', 1, '2025-01-06'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2025-01-20', 0, '2025-01-20'],
  ])('%s and %i days is %s', (date, count, sum) => {
    expect(addDays(date, count)).toBe(sum)
    expect(daysBetween(date, sum)).toBe(count)
  })

  it('agrees with the proleptic Gregorian calendar of the platform', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -100_000, max: 100_000 }), (date, count) => {
        const sum = new Date(Date.parse(`${date}T00:00:00Z`) + count * 86_400_000)
        fc.pre(sum.getUTCFullYear() >= 1 && sum.getUTCFullYear() <= 9999)
        const text = sum.toISOString().slice(0, 10)
        expect(addDays(date, count)).toBe(text)
        expect(weekdayOf(text)).toBe(sum.getUTCDay() || 7)
        expect(compareDates(date, text)).toBe(0 - Math.sign(count))
      }),
    )
  })

  it('throws on text that is no day, and beyond the year 9999', () => {
    expect(() => addDays('2025-02-30', 1)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })
})

describe('day of an instant', () => {
  it.each([
    ['2025-01-03T15:59:59.999Z', '2025-01-03'],
    ['2025-01-03T16:00:00.000Z', '2025-01-04'],
    ['2025-01-03T23:30:00.000Z', '2025-01-04'],
    ['2024-12-31T10:00:00+08:00', '2024-12-31'],
    ['2024-02-28T16:00:00Z', '2024-02-29'],
  ])('%s is %s in Shanghai', (instant, day) => expect(dayAt(instant)).toBe(day))
})

describe('print', () => {
  it('writes days as official documents do', () => {
    expect(printDate('2025-01-05')).toBe('2025年1月5日')
    expect(printWeekday('2025-01-05')).toBe('星期日')
    expect(printWeekday('2025-01-18')).toBe('星期六')
    expect(printWeekday('2024-10-23')).toBe('星期三')
  })
})
