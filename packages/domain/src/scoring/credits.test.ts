import { describe, expect, test } from 'vitest'
import type { CreditArithmetic } from '../plan/year-arithmetic.ts'
import type { Credit } from './model.ts'
import { gradesOf, says, totalOf, totals } from './year.fixture.ts'

const arithmetic: CreditArithmetic = {
  bonusCap: '5',
  deductionCap: '',
  proof: '正式文件',
  classes: [
    { key: '表彰', name: '表彰奖励', effect: 'bonus', cap: '4' },
    { key: '排名', name: '上级排名', effect: 'bonus', cap: '' },
    { key: '通报', name: '通报批评', effect: 'deduction', cap: '3' },
  ],
}
let serial = 0
const credit = (classKey: string, points: string, matter?: string): Credit => {
  serial += 1
  const effect = classKey === '通报' ? 'deduction' : 'bonus'
  return { key: String(serial), unitId: '甲', effect, classKey, points, ...(matter !== undefined && { matter }) }
}
const year = (credits: readonly Credit[], more: Partial<CreditArithmetic> = {}) =>
  totals({ 甲: '90' }, { credits: says({ ...arithmetic, ...more }) }, { credits })
const unit = (credits: readonly Credit[]) => year(credits).units[0]

describe('加减分', () => {
  test('counted in full below the caps', () =>
    expect(unit([credit('表彰', '2'), credit('排名', '1.5'), credit('通报', '1')])).toMatchObject({
      raw: '90',
      total: '92.5',
      credits: { bonus: '3.5', deduction: '1' },
    }))

  test('at and above the cap of a class, then the cap of all', () => {
    expect(unit([credit('表彰', '4')])?.credits).toMatchObject({ bonus: '4' })
    const above = unit([credit('表彰', '3'), credit('表彰', '3'), credit('排名', '2')])
    expect(above?.credits).toEqual({
      classes: [
        { key: '表彰', effect: 'bonus', claimed: '6', counted: '4' },
        { key: '排名', effect: 'bonus', claimed: '2', counted: '2' },
      ],
      bonus: '5',
      deduction: '0',
    })
    expect(above?.total).toBe('95')
  })

  test('同一事项 counts once, at the highest', () =>
    expect(unit([credit('表彰', '1', '国办通报表扬'), credit('排名', '2', '国办通报表扬')])?.credits).toMatchObject({
      bonus: '2',
    }))

  test('加分只作同分先后: outside the total, and it breaks a tie', () => {
    const credits = [{ ...credit('表彰', '2'), unitId: '乙' }]
    const outside = totals(
      { 甲: '90', 乙: '90', 丙: '90' },
      { credits: says({ ...arithmetic, bonusUse: 'tieBreak' }), tieBreakers: says([{ kind: 'bonus' }]) },
      { credits },
    )
    expect(totalOf(outside, '乙')).toBe('90')
    expect(outside.ranks.map(({ unitId, rank }) => `${unitId}${rank}`)).toEqual(['乙1', '丙2', '甲2'])
  })

  test('a class that the plan does not have, and credits where it has none, are defects', () => {
    expect(() => year([credit('其他', '1')])).toThrow(RangeError)
    expect(() => totals({ 甲: '90' }, {}, { credits: [credit('表彰', '1')] })).toThrow(RangeError)
  })
})

describe('一票否决 and other gates', () => {
  const gates = [
    { key: '安全', name: '安全生产', factSource: '市应急局', effect: { kind: 'gradeIs', grade: '不合格' } },
    { key: '评优', name: '通报批评', factSource: '市纪委', effect: { kind: 'gradeAtMost', grade: '良好' } },
    { key: '加分', name: '弄虚作假', factSource: '考评办', effect: { kind: 'noBonus' } },
    { key: '指标', name: '数据造假', factSource: '市统计局', effect: { kind: 'nodeZero', nodeKey: '指标' } },
    { key: '排名', name: '单列', factSource: '考评办', effect: { kind: 'unranked' } },
  ] as const
  const lines = [
    { name: '优秀', from: '90' },
    { name: '良好', from: '80' },
    { name: '不合格', from: '0' },
  ]
  const against = (gateKey: string) =>
    totals(
      { 甲: '95', 乙: '85' },
      {
        veto: says({ scope: '', effect: '', gates }),
        grades: says({ by: 'lines', lines }),
        credits: says(arithmetic),
      },
      { vetoes: [{ gateKey, unitId: '甲' }], credits: [credit('表彰', '1')] },
    )

  test('a grade is set, or held down, beside the score that was computed', () => {
    expect(gradesOf(against('安全'))).toBe('甲:不合格 乙:良好')
    expect(gradesOf(against('评优'))).toBe('甲:良好 乙:良好')
    expect(against('安全').units.find(({ unitId }) => unitId === '甲')).toMatchObject({
      total: '96',
      gates: [{ gateKey: '安全' }],
    })
  })
  test('a gate never raises a unit', () => {
    const low = totals(
      { 甲: '50' },
      { veto: says({ scope: '', effect: '', gates }), grades: says({ by: 'lines', lines }) },
      { vetoes: [{ gateKey: '评优', unitId: '甲' }] },
    )
    expect(gradesOf(low)).toBe('甲:不合格')
  })
  test('no bonus, no points on a node, no rank', () => {
    expect(totalOf(against('加分'), '甲')).toBe('95')
    expect(against('指标').units.find(({ unitId }) => unitId === '甲')).toMatchObject({ raw: '95', total: '1' })
    expect(against('排名').ranks.map(({ unitId, rank }) => `${unitId}${rank}`)).toEqual(['乙1'])
  })
  test('a gate that the plan does not have is a defect', () => expect(() => against('其他')).toThrow(RangeError))
})
