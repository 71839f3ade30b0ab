import { describe, expect, test } from 'vitest'
import { endsOf, placeOf, spaced } from './plot.ts'
import type { WhyPlot } from './why.ts'

const plot = (more: Partial<WhyPlot>): WhyPlot => ({
  measure: '完成率',
  unit: '%',
  own: { x: '93', y: '8' },
  axis: { from: '70', to: '100' },
  edges: ['90'],
  stretches: [
    { from: { x: '70', y: '5' }, to: { x: '90', y: '5' } },
    { from: { x: '90', y: '8' }, to: { x: '100', y: '8' } },
  ],
  points: [{ x: '90', y: '8' }],
  ...more,
})

describe('the ends of stretches', () => {
  test('a step is closed on the side that its threshold belongs to and open on the other', () => {
    expect(endsOf(plot({}))).toEqual([
      { x: 90, y: 5, closed: false },
      { x: 90, y: 8, closed: true },
    ])
  })

  test('a threshold without a score leaves both ends open', () => {
    expect(endsOf(plot({ points: [] })).map(({ closed }) => closed)).toEqual([false, false])
  })

  test('a mere bend has no ends', () => {
    const bend = plot({
      stretches: [
        { from: { x: '70', y: '5' }, to: { x: '90', y: '8' } },
        { from: { x: '90', y: '8' }, to: { x: '100', y: '8' } },
      ],
    })
    expect(endsOf(bend)).toEqual([])
  })

  test('a value off both sides is a point of its own', () => {
    const marks = endsOf(plot({ points: [{ x: '90', y: '7' }] }))
    expect(marks.filter(({ closed }) => closed)).toEqual([{ x: 90, y: 7, closed: true }])
    expect(marks.filter(({ closed }) => !closed)).toHaveLength(2)
  })
})

test('fractions have a place', () => {
  expect(placeOf('1/4')).toBe(0.25)
  expect(placeOf('-2.5')).toBe(-2.5)
})

test('labels keep apart, the first ones first', () => {
  expect(spaced([100, 110, 140, 0], 30)).toEqual([100, 140, 0])
})
