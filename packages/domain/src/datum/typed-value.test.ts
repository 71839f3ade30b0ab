import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DatumValue } from './model.ts'
import { readTyped, type TypedElement, typedText } from './typed-value.ts'

const entries = [
  { key: 'a', name: '印发方案' },
  { key: 'b', name: '召开会议' },
  { key: 'c', name: '现场检查（含复查）' },
]
const of = (type: TypedElement['type'], unit = ''): TypedElement => ({
  type,
  unit,
  ...(type === 'checklist' && { entries }),
})
const read = (element: TypedElement, text: string) => {
  const value = readTyped(element, text)
  return value.ok ? value.value : value.error.code
}

describe('表格里的一格', () => {
  it.each<[string, TypedElement, string, unknown]>([
    ['全角数字', of('quantity', '家'), ' １２．５ ', { kind: 'quantity', value: '12.5' }],
    ['百分数', of('quantity', '%'), '１０％', { kind: 'quantity', value: '10' }],
    ['计数要整数', of('count', '个'), '1.5', 'datum.notWhole'],
    ['评定得分', of('judgement', '分'), '4.5', { kind: 'judgement', points: '4.5' }],
    ['是', of('fact'), '是', { kind: 'fact', met: true }],
    ['未完成', of('fact'), '未完成', { kind: 'fact', met: false }],
    ['说不清', of('fact'), '大概', 'datum.notYesNo'],
    ['勾选不论次序和重复', of('checklist'), '召开会议、印发方案、召开会议', { kind: 'checklist', ticked: ['a', 'b'] }],
    ['半角括号也认', of('checklist'), '现场检查(含复查)', { kind: 'checklist', ticked: ['c'] }],
    ['一项也没完成要写明', of('checklist'), '无', { kind: 'checklist', ticked: [] }],
    ['清单外的事项', of('checklist'), '印发方案、开会', 'datum.unknownEntry'],
    ['不涉及', of('count'), '不涉及', { kind: 'notConcerned' }],
    ['公式', of('quantity'), '=1+1', 'quantity.notANumber'],
  ])('%s', (_, element, text, expected) => {
    expect(read(element, text)).toEqual(expected)
  })

  it('写出去的，读回来是同一个值', () => {
    const value = fc.oneof(
      fc
        .bigInt({ min: -(10n ** 20n), max: 10n ** 20n })
        .map((n): [TypedElement, DatumValue] => [of('quantity'), { kind: 'quantity', value: String(n) }]),
      fc.nat().map((n): [TypedElement, DatumValue] => [of('count'), { kind: 'count', n: String(n) }]),
      fc.boolean().map((met): [TypedElement, DatumValue] => [of('fact'), { kind: 'fact', met }]),
      fc
        .subarray(entries)
        .map((ticked): [TypedElement, DatumValue] => [
          of('checklist'),
          { kind: 'checklist', ticked: ticked.map((entry) => entry.key) },
        ]),
      fc.constant<[TypedElement, DatumValue]>([of('judgement'), { kind: 'notConcerned' }]),
    )
    fc.assert(
      fc.property(value, ([element, given]) => {
        expect(readTyped(element, typedText(element, given))).toEqual({ ok: true, value: given })
      }),
      { numRuns: 200 },
    )
  })
})
