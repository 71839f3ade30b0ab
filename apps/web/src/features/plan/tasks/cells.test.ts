import type { PlanContent, UnitTask } from '@quanheng/domain/plan/model'
import { describe, expect, it } from 'vitest'
import { cellText, pastedCells, taskFromCell, withCells, withColumn, withWords } from './cells.ts'

const task: UnitTask = { leafKey: 'a', unitId: 'u', task: '建成3个项目', target: { kind: 'set', value: '3' } }
const after = (text: string, before: UnitTask | undefined = task) => taskFromCell(before, 'a', 'u', text)

describe('任务分配表的一格', () => {
  it.each([
    ['12.5', { kind: 'set', value: '12.5' }],
    ['１２．５', { kind: 'set', value: '12.5' }],
    ['1,200', { kind: 'set', value: '1200' }],
    ['待上级下达', { kind: 'pending', owner: '', remindOn: '' }],
    ['待下达', { kind: 'pending', owner: '', remindOn: '' }],
  ])('填“%s”', (text, target) => {
    expect(after(text)).toEqual({ ...task, target })
  })

  it('填√：承担而无目标值；清空：不再承担', () => {
    expect(after('√')).toEqual({ leafKey: 'a', unitId: 'u', task: '建成3个项目' })
    expect(after('')).toBeUndefined()
    expect(after('—')).toBeUndefined()
  })

  it('已写明由谁催办的，再填“待上级下达”不丢', () => {
    const waiting: UnitTask = { ...task, target: { kind: 'pending', owner: '投资科', remindOn: '2024-03-01' } }
    expect(after('待上级下达', waiting)).toEqual(waiting)
  })

  it('批复改的目标值：没动的，依据留着；手工另填的，不再以该批复为依据', () => {
    const agreed: UnitTask = { ...task, basis: { kind: 'clause', document: '云绩办〔2024〕3号', article: '批复' } }
    expect(after('3', agreed)).toEqual(agreed)
    expect(after('4', agreed)).toEqual({ ...task, target: { kind: 'set', value: '4' } })
  })

  it('写出来的，读回去还是它', () => {
    for (const one of [task, { leafKey: 'a', unitId: 'u', task: '' }]) expect(after(cellText(one), one)).toEqual(one)
  })
})

it('粘贴一块：逐格生效，其余不动', () => {
  const content = { tasks: [task, { ...task, unitId: 'v' }] } as unknown as PlanContent
  const tasks = withCells(content, [
    { leafKey: 'a', unitId: 'u', text: '' },
    { leafKey: 'b', unitId: 'v', text: '5' },
  ])
  expect(tasks).toEqual([
    { ...task, unitId: 'v' },
    { leafKey: 'b', unitId: 'v', task: '', target: { kind: 'set', value: '5' } },
  ])
})

it('Excel 复制来的文字分行分列，末尾换行不算一行', () => {
  expect(pastedCells('1\t2\r\n\t4\r\n')).toEqual([
    ['1', '2'],
    ['', '4'],
  ])
})

describe('整列填入', () => {
  const column = (tasks: readonly UnitTask[], text: string) =>
    withColumn({ tasks } as unknown as PlanContent, 'a', ['u', 'v', 'w'], text).map((one) => [
      one.unitId,
      cellText(one),
    ])
  const carried = { leafKey: 'a', unitId: 'v', task: '' }

  it('目标值填给已承担而未定目标的单位，已填的不动', () => {
    expect(column([task, carried], '５')).toEqual([
      ['u', '3'],
      ['v', '5'],
    ])
  })

  it('还没有单位承担的，填给全部单位；填√只填空格', () => {
    expect(column([], '5').map(([unit]) => unit)).toEqual(['u', 'v', 'w'])
    expect(column([task, carried], '√')).toEqual([
      ['u', '3'],
      ['v', '√'],
      ['w', '√'],
    ])
  })

  it('任务内容只填还没有写的', () => {
    const content = { tasks: [task, carried] } as unknown as PlanContent
    expect(withWords(content, 'a', ' 全部完成 ').map((one) => one.task)).toEqual(['建成3个项目', '全部完成'])
  })
})
