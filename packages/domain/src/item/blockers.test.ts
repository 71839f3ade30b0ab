import { describe, expect, it } from 'vitest'
import { aDeduction, aRow, aScored, commandBy, ofSection } from '../sheet/sheet.fixture.ts'
import { rowBlockers } from './blockers.ts'
import { recordItem } from './record.ts'

const codes = (...parts: Parameters<typeof aRow>) => rowBlockers(aRow(...parts)).map((blocker) => blocker.code)
const lost2 = { outcome: aScored('8') }

describe('C-4.2 须明确数据来源、评分依据、扣分理由', () => {
  it.each([
    ['满分无须理由', codes('u'), []],
    ['超过满分无须理由', codes('u', { outcome: aScored('11') }), []],
    ['未写数据来源', codes('u', {}, { dataSource: '' }), ['item.sourceMissing']],
    ['依据只是平台默认', codes('u', {}, { basis: { kind: 'default' } }), ['item.basisMissing']],
    ['扣分无理由', codes('u', lost2), ['item.reasonMissing']],
    ['理由为空', codes('u', lost2, { deductions: [aDeduction('2', '')] }), ['item.reasonMissing']],
    [
      '理由无条款',
      codes('u', lost2, { deductions: [{ ...aDeduction('2'), basis: { kind: 'default' } }] }),
      ['item.clauseMissing'],
    ],
    ['理由合计不等于所扣分', codes('u', lost2, { deductions: [aDeduction('1.5')] }), ['item.reasonsDoNotAdd']],
    ['理由合计等于所扣分', codes('u', lost2, { deductions: [aDeduction('1.5'), aDeduction('0.5')] }), []],
    ['项内加分为负的扣分', codes('u', lost2, { deductions: [aDeduction('3'), aDeduction('-1', '提前完成')] }), []],
    ['数据变动后已不扣分，原理由须删去', codes('u', {}, { deductions: [aDeduction('2')] }), ['item.reasonsDoNotAdd']],
    ['三分之一也要合得上', codes('u', { outcome: aScored('29/3') }, { deductions: [aDeduction('1/3')] }), []],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })

  it('names what is missing instead of scoring it as zero', () => {
    const row = aRow('u', { outcome: { status: 'missing', needs: ['完成值', '目标值'] } })
    expect(rowBlockers(row)).toEqual([{ code: 'item.missing', at: 'u', params: { needs: '完成值、目标值' } }])
  })

  it('stops at an open reading and at a faulty rule', () => {
    expect(codes('u', { outcome: { status: 'ambiguous', readings: [] } })).toEqual(['item.ambiguous'])
    expect(codes('u', { outcome: { status: 'error', code: 'rule.fullMark', at: '' } })).toEqual(['item.ruleFault'])
  })
})

describe('recording', () => {
  const words = { dataSource: '部门台账', deductions: [] }
  const { item } = aRow('transport')

  it('replaces the words as a new version', () => {
    const context = { ...commandBy(ofSection('handler')), sheetState: 'toScore' as const }
    const recorded = recordItem(item, words, context)
    expect(recorded).toMatchObject({ ok: true, value: { next: { version: 2, dataSource: '部门台账' } } })
    expect(recorded.ok && recorded.value.next.basis).toBeUndefined()
  })

  it('stops once a signature covers the row, and for one’s own unit', () => {
    const context = { ...commandBy(ofSection('handler')), sheetState: 'awaitingHead' as const }
    expect(recordItem(item, words, context)).toMatchObject({ error: { code: 'item.sheetSigned' } })
    const own = {
      ...commandBy(ofSection('handler', { ownUnitIds: ['lead', 'transport'] })),
      sheetState: 'toScore' as const,
    }
    expect(recordItem(item, words, own)).toMatchObject({ error: { code: 'item.ownUnit' } })
  })
})
