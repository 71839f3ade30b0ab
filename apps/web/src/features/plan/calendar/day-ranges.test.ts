import { expect, it } from 'vitest'
import { dayRanges, dayRangesAbroad, daysIn } from './day-ranges.ts'

it('写成通知的样子，再读回来还是那些天', () => {
  const days = ['2025-01-01', '2025-01-28', '2025-01-29', '2025-01-30', '2025-04-04']
  expect(dayRanges(days)).toEqual(['1月1日', '1月28日至1月30日', '4月4日'])
  expect(dayRangesAbroad(days)).toEqual(['01-01', '01-28 – 01-30', '04-04'])
  expect(daysIn(dayRanges(days).join('\n'), 2025)).toEqual({ days, unread: [] })
})

it('全角、空格、顿号都读得懂；不是日期的指出来', () => {
  expect(daysIn('１０月１日 至 １０月２日、1月1日\n元旦', 2025)).toEqual({
    days: ['2025-01-01', '2025-10-01', '2025-10-02'],
    unread: ['元旦'],
  })
  expect(daysIn('2月30日', 2025).unread).toEqual(['2月30日'])
  expect(daysIn('10月7日至10月1日', 2025).unread).toHaveLength(1)
})
