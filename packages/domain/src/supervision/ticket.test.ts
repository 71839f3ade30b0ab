import { describe, expect, it } from 'vitest'
import { isLadder, ticketOf, usualLadder } from './ticket.ts'

const of = (seriousness: 'minor' | 'major' | 'grave', times: number, workingDaysLate: number) =>
  ticketOf(usualLadder, { seriousness, times, workingDaysLate })

describe('督办单的颜色', () => {
  it('初次、一般、未逾期的为提示；严重的、再次发现的、逾期的为黄；第三次发现的、逾期三个工作日的为红', () => {
    expect([of('minor', 1, 0), of('major', 1, 0)]).toEqual(['hint', 'hint'])
    expect([of('grave', 1, 0), of('minor', 2, 0), of('minor', 1, 1)]).toEqual(['yellow', 'yellow', 'yellow'])
    expect([of('minor', 1, 2), of('minor', 1, 3), of('minor', 3, 0)]).toEqual(['yellow', 'red', 'red'])
  })

  it('红不能早于黄，第一次发现不能就是再次', () => {
    expect(isLadder(usualLadder)).toBe(true)
    for (const wrong of [{ yellowTimes: 1 }, { redTimes: 1 }, { yellowLate: 0 }, { yellowLate: 4 }]) {
      expect(isLadder({ ...usualLadder, ...wrong })).toBe(false)
    }
  })
})
