import { describe, expect, it } from 'vitest'
import { stateCouncilCalendar } from '../kernel/holidays.ts'
import { pressing } from './pressing.ts'

const of = (today: string, due: string, calendar = stateCouncilCalendar) => {
  const { light, workingDaysLeft } = pressing(calendar, today, due)
  return [light, workingDaysLeft]
}

describe('时限灯', () => {
  it.each([
    ['当日到期', '2025-01-10', '2025-01-10', 'yellow', 0],
    ['周五看下周二，余两个工作日', '2025-01-10', '2025-01-14', 'yellow', 2],
    ['余三个工作日', '2025-01-10', '2025-01-15', 'green', 3],
    ['春节前看节后，假日不计', '2025-01-27', '2025-02-06', 'yellow', 2],
    ['逾期一个工作日', '2025-01-14', '2025-01-13', 'red', -1],
    ['周五到期周六看，已逾期而未过工作日', '2025-01-11', '2025-01-10', 'red', 0],
  ] as const)('%s', (_name, today, due, light, left) => {
    expect(of(today, due)).toEqual([light, left])
  })

  it('没有该年节假日表时按自然日亮灯，不给工作日数', () => {
    expect(of('2025-01-10', '2025-01-12', [])).toEqual(['yellow', null])
    expect(of('2025-01-10', '2025-01-13', [])).toEqual(['green', null])
    expect(of('2025-01-13', '2025-01-10', [])).toEqual(['red', null])
  })
})
