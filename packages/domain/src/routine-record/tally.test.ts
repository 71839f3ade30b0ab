import { describe, expect, it } from 'vitest'
import type { RoutineEffect, RoutineRecordState } from './model.ts'
import { tallyOf } from './tally.ts'

const by = { personId: 'p', post: 'sectionHead', unitId: 'lead' } as const
const record = (
  state: RoutineRecordState,
  effect: RoutineEffect,
  points: string,
  happenedOn = '2024-06-01',
  viewUntil = '2024-06-11',
) => ({
  state,
  content: {
    happenedOn,
    happening: '事',
    source: '文',
    effect,
    proposalBasis: '条',
    ...(effect !== 'none' && { points }),
    files: [],
  },
  standing: state === 'draft' || state === 'submitted' ? {} : { told: { on: '2024-06-04', viewUntil, by } },
})
const at = { cutoff: '2024-12-31', today: '2025-01-03' }

describe('按平时记录计数、计分', () => {
  const records = [
    record('told', 'minus', '0.5'),
    record('settled', 'minus', '0.25'),
    record('draft', 'minus', '9'),
    record('submitted', 'minus', '9'),
    record('withdrawn', 'minus', '9'),
    record('settled', 'plus', '0.2'),
    record('settled', 'none', ''),
    record('settled', 'minus', '9', '2025-01-01'),
  ]

  it('只算成立的、同一方向的、截止日以前的', () => {
    expect(tallyOf('minusCount', records, at)).toEqual({ amount: '2', open: 0 })
    expect(tallyOf('minusPoints', records, at)).toEqual({ amount: '0.75', open: 0 })
    expect(tallyOf('plusCount', records, at)).toEqual({ amount: '1', open: 0 })
    expect(tallyOf('plusPoints', records, at)).toEqual({ amount: '0.2', open: 0 })
    expect(tallyOf('minusCount', records, { ...at, cutoff: '2025-01-01' }).amount).toBe('3')
  })

  it('没有记录的为0；有异议的、核对期内的单列，不计入', () => {
    expect(tallyOf('plusPoints', [], at)).toEqual({ amount: '0', open: 0 })
    const open = [record('differed', 'minus', '1'), record('told', 'minus', '1')]
    expect(tallyOf('minusCount', open, { ...at, today: '2024-06-11' })).toEqual({ amount: '0', open: 2 })
    expect(tallyOf('minusCount', open, { ...at, today: '2024-06-12' })).toEqual({ amount: '1', open: 1 })
  })
})
