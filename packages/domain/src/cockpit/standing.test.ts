import { describe, expect, test } from 'vitest'
import type { RunContent } from '../result/run-content.ts'
import { distribution, gradeCounts, groupStandings, movements } from './standing.ts'

type Run = Pick<RunContent, 'units' | 'groups' | 'totals' | 'rounding'>

const run = (totals: Readonly<Record<string, string | null>>, ranks: Readonly<Record<string, number>> = {}): Run => ({
  rounding: { mode: 'halfUp', places: 2 },
  groups: [
    { key: 'a', name: '一组' },
    { key: 'b', name: '二组' },
    { key: 'c', name: '无单位的组' },
  ],
  units: Object.keys(totals).map((id) => ({
    id,
    name: `${id}局`,
    groupKey: id.startsWith('a') ? 'a' : id.startsWith('b') ? 'b' : null,
  })),
  totals: {
    units: Object.entries(totals).map(([unitId, published]) => ({
      unitId,
      nodes: [],
      applicableFullMark: '100',
      missing: [],
      ...(published !== null && { published }),
    })),
    ranks: Object.entries(ranks).map(([unitId, rank]) => ({ groupKey: 'a', unitId, rank, tied: false })),
  },
})

describe('groups', () => {
  test('mean over those that have a total, rounded as the plan prints', () => {
    expect(groupStandings(run({ a1: '90.01', a2: '80.00', a3: null, b1: '70.00', x: '60.00' }))).toEqual([
      { key: 'a', name: '一组', units: 3, counted: 2, mean: '85.01', highest: '90.01', lowest: '80.00' },
      { key: 'b', name: '二组', units: 1, counted: 1, mean: '70.00', highest: '70.00', lowest: '70.00' },
      { key: '', name: '未分组', units: 1, counted: 1, mean: '60.00', highest: '60.00', lowest: '60.00' },
    ])
  })

  test('a group without a total says so', () => {
    expect(groupStandings(run({ a1: null }))).toEqual([
      { key: 'a', name: '一组', units: 1, counted: 0, mean: null, highest: null, lowest: null },
    ])
  })
})

describe('distribution', () => {
  test('an edge belongs to the stretch above it, and empty stretches stand', () => {
    expect(distribution(run({ a1: '80.00', a2: '81.99', a3: '82.00', b1: '89.50' }))).toEqual([
      { from: '80', to: '81', units: 1 },
      { from: '81', to: '82', units: 1 },
      { from: '82', to: '83', units: 1 },
      ...[83, 84, 85, 86, 87, 88].map((from) => ({ from: String(from), to: String(from + 1), units: 0 })),
      { from: '89', to: '90', units: 1 },
    ])
  })

  test('one more point of spread and the stretches are twice as wide', () => {
    const found = distribution(run({ a1: '80.00', a2: '90.00' }))
    expect(found.map(({ from }) => from)).toEqual(['80', '82', '84', '86', '88', '90'])
    expect(found.map(({ units }) => units)).toEqual([1, 0, 0, 0, 0, 1])
  })

  test('below zero too, and every unit stands in one stretch', () => {
    const found = distribution(run({ a1: '-0.50', a2: '1230.00', a3: '64.10' }))
    expect(found[0]).toEqual({ from: '-200', to: '0', units: 1 })
    expect(found.length).toBeLessThanOrEqual(10)
    expect(found.reduce((all, { units }) => all + units, 0)).toBe(3)
  })

  test('nothing without totals', () => {
    expect(distribution(run({ a1: null }))).toEqual([])
  })
})

describe('movement', () => {
  test('the furthest first; who stays or is new moves nowhere', () => {
    const now = run({ a1: '1', a2: '1', a3: '1', a4: '1', a5: '1' }, { a1: 1, a2: 2, a3: 3, a4: 4, a5: 5 })
    const then = run({}, { a1: 4, a2: 3, a3: 3, a4: 1 })
    expect(movements(now, then)).toEqual({
      risen: [
        { unitId: 'a1', unitName: 'a1局', rank: 1, before: 4 },
        { unitId: 'a2', unitName: 'a2局', rank: 2, before: 3 },
      ],
      fallen: [{ unitId: 'a4', unitName: 'a4局', rank: 4, before: 1 }],
    })
    expect(movements(now, undefined)).toEqual({ risen: [], fallen: [] })
  })
})

test('grades are counted, open ones apart', () => {
  const by = 'line' as const
  const totals = {
    units: [],
    ranks: [],
    grades: {
      stops: [],
      proposals: [
        { groupKey: 'a', unitId: '1', grade: '优秀', by },
        { groupKey: 'a', unitId: '2', by: 'stop' as const },
        { groupKey: 'a', unitId: '3', grade: '优秀', by },
      ],
    },
  }
  expect(gradeCounts({ totals })).toEqual([
    { grade: '优秀', units: 2 },
    { grade: null, units: 1 },
  ])
  expect(gradeCounts({})).toEqual([])
})
