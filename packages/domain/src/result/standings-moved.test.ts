import { describe, expect, it } from 'vitest'
import { says, totals } from '../scoring/year.fixture.ts'
import { aRunContent } from './run.fixture.ts'
import { standingsMoved } from './standings-moved.ts'

const grades = says({
  by: 'lines',
  lines: [
    { name: '优秀', from: '90' },
    { name: '良好', from: '0' },
  ],
} as const)
const year = (points: Readonly<Record<string, string>>) => ({
  ...aRunContent(),
  purpose: 'totals' as const,
  totals: totals(points, { grades }),
})

describe('名次、等次有变动的单位', () => {
  const before = year({ 甲: '92', 乙: '90', 丙: '85' })

  it('is empty where points move and nobody is passed', () => {
    expect(standingsMoved(before, year({ 甲: '92', 乙: '90.5', 丙: '85' }))).toEqual([])
  })

  it('has whoever is passed, and a unit whose grade alone moves', () => {
    expect(standingsMoved(before, year({ 甲: '92', 乙: '89', 丙: '95' }))).toEqual([
      { unitId: '丙', rank: { from: 3, to: 1 }, grade: { from: '良好', to: '优秀' } },
      { unitId: '甲', rank: { from: 1, to: 2 }, grade: { from: '优秀', to: '优秀' } },
      { unitId: '乙', rank: { from: 2, to: 3 }, grade: { from: '优秀', to: '良好' } },
    ])
    const graded = standingsMoved(before, year({ 甲: '92', 乙: '89', 丙: '85' }))
    expect(graded).toEqual([{ unitId: '乙', rank: { from: 2, to: 2 }, grade: { from: '优秀', to: '良好' } }])
  })

  it('has a unit that one of the two versions does not rank', () => {
    expect(standingsMoved(before, year({ 甲: '92', 乙: '90' }))).toMatchObject([
      { unitId: '丙', rank: { from: 3, to: null } },
    ])
    expect(standingsMoved(year({ 甲: '92', 乙: '90' }), before)).toMatchObject([
      { unitId: '丙', rank: { from: null, to: 3 } },
    ])
  })
})
