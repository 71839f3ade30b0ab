import { describe, expect, test } from 'vitest'
import type { LeafOutcome, ScoringSettings } from './model.ts'
import { scorePlan } from './score-plan.ts'
import { item, says, scored, settings } from './year.fixture.ts'

/** 指标考评 60% (甲项 70 + 乙项 30), 公众评议 40%: components by weight, marks inside. */
const indicators = [
  { key: '考评', fullMark: '100', weight: '60' },
  { key: '甲项', parentKey: '考评', fullMark: '70' },
  { key: '乙项', parentKey: '考评', fullMark: '30' },
  { key: '评议', fullMark: '10', weight: '40' },
]
const year = (outcomes: readonly LeafOutcome[], more: Partial<ScoringSettings> = {}) =>
  scorePlan({ indicators, groups: [{ key: '组', unitIds: ['市甲局'] }], settings: { ...settings, ...more }, outcomes })
    .units[0]

const whole = [
  item('市甲局', '甲项', scored('63', '70')),
  item('市甲局', '乙项', scored('27', '30')),
  item('市甲局', '评议', scored('8', '10')),
]

describe('权重', () => {
  test('60% × 90 ÷ 100 + 40% × 8 ÷ 10', () =>
    expect(year(whole)).toMatchObject({ raw: '86', normalised: '86', total: '86', published: '86.00' }))

  test('缺项折算 stays inside its component: the weights hold', () => {
    const withoutSecond = year([item('市甲局', '甲项', scored('63', '70')), item('市甲局', '评议', scored('8', '10'))])
    expect(withoutSecond).toMatchObject({ applicableFullMark: '100', raw: '69.8', normalised: '86', total: '86' })
  })

  test('a component that does not apply at all leaves its weight to the others', () => {
    const only = year([item('市甲局', '甲项', scored('63', '70')), item('市甲局', '乙项', scored('27', '30'))])
    expect(only).toMatchObject({ applicableFullMark: '60', raw: '54', normalised: '90', total: '90' })
    expect(year(whole.slice(0, 2), { missingItems: says('raw') })).toMatchObject({ total: '54' })
  })

  test('a component that is missing leaves the total unknown', () => {
    const unit = year([...whole.slice(0, 2), item('市甲局', '评议', { status: 'missing', needs: ['得票'] })])
    expect(unit).toMatchObject({ applicableFullMark: '100', missing: [{ leafKey: '评议', needs: ['得票'] }] })
    expect(unit).not.toHaveProperty('total')
  })

  test('rounding at every level', () => {
    const thirds = [
      item('市甲局', '甲项', scored('70/3', '70')),
      item('市甲局', '乙项', scored('10/3', '30')),
      item('市甲局', '评议', scored('10/3', '10')),
    ]
    const rounding = (stage: 'item' | 'level' | 'total') => says({ mode: 'halfUp', places: 1, stage } as const)
    // exactly: 0.6 × 80/3 + 0.4 × 100/3 = 88/3 = 29.33…
    expect(year(thirds, { rounding: rounding('total') })).toMatchObject({ raw: '88/3', total: '29.3' })
    // 23.3 + 3.3 = 26.6 → 0.6 × 26.6 + 40 × 3.3/10 = 15.96 + 13.2
    expect(year(thirds, { rounding: rounding('item') })).toMatchObject({ total: '29.16', published: '29.2' })
    // 26.666… → 26.7; 0.6 × 26.7 + 40/3 = 29.353… → 29.4
    expect(year(thirds, { rounding: rounding('level') })).toMatchObject({ total: '29.4' })
  })

  test('some siblings with and some without a weight, or a weight of nothing, is a defect', () => {
    const broken = (weight: string | undefined) =>
      scorePlan({
        indicators: [
          { key: 'a', fullMark: '1', weight: '60' },
          { key: 'b', fullMark: '1', ...(weight !== undefined && { weight }) },
        ],
        groups: [],
        settings,
        outcomes: [],
      })
    expect(() => broken(undefined)).toThrow(RangeError)
    expect(() => broken('0')).toThrow(RangeError)
  })
})
