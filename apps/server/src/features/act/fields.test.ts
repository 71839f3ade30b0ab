import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '../../platform/database/tables.ts'
import { changesIn } from './fields.ts'
import { tell } from './told.ts'

const told = (event: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(changesIn(event as unknown as StoredEvent).map(({ field, after }) => [field, after]))

const handler = { personId: 'handler', unitId: 'office', sectionId: 'section', post: 'handler' }

describe('操作留痕中说明的内容', () => {
  it('抽样：种子、监督人、抽中单位；抽样人不重复说明', () => {
    const draw = {
      size: 2,
      seed: '3719|8046',
      drawnBy: handler,
      witness: { personId: 'observer', unitId: 'office' },
      picked: [
        { number: 4, unitId: 'a' },
        { number: 9, unitId: 'b' },
      ],
    }
    expect(told({ type: 'verificationDrawn', verificationId: 'v', draw })).toEqual({
      seed: '3719|8046',
      witness: 'observer',
      picked: ['a', 'b'],
    })
  })

  it('核验记录：单位、日期、人员、情况、单位是否签字', () => {
    const visit = {
      unitId: 'a',
      visitedOn: '2026-01-08',
      memberIds: ['m', 'n'],
      record: '逐份核对',
      unitSide: { kind: 'declined', reason: '负责人出差' },
      recordedBy: handler,
    }
    expect(told({ type: 'verificationVisited', visit })).toEqual({
      unitId: 'a',
      visitedOn: '2026-01-08',
      memberIds: ['m', 'n'],
      record: '逐份核对',
      unitSide: 'declined',
      reason: '负责人出差',
    })
  })

  it('评分意见：建议改成多少、为什么，答复采纳与否', () => {
    const changes = [{ datumId: 'd', value: { kind: 'quantity', value: '78.5' }, reason: '核减9份', evidenceIds: [] }]
    const opinion = { unitId: 'a', finding: { kind: 'toChange', changes }, by: handler }
    expect(told({ type: 'verificationOpinionGiven', opinion })).toEqual({
      unitId: 'a',
      finding: 'toChange',
      value: '78.5',
      reason: '核减9份',
    })
    expect(told({ type: 'verificationOpinionAnswered', opinion: { ...opinion, answer: { kind: 'adopted' } } })).toEqual(
      {
        unitId: 'a',
        finding: 'toChange',
        value: '78.5',
        reason: '核减9份',
        answer: 'adopted',
      },
    )
  })
})

describe('别的事项里同名的内容', () => {
  it('佐证材料的字节数、校核意见的编号不当作核验内容说明', () => {
    const evidence = { name: '完成情况表.pdf', size: 15_209 }
    expect(told({ type: 'evidenceFiled', evidence })).toEqual({ name: '完成情况表.pdf' })
    expect(told({ type: 'findingAccepted', finding: 'sum-mismatch|growth' })).toEqual({})
  })
})

describe('答复', () => {
  it('监督意见的答复用原话', () => {
    expect(tell('remark', 'kind', 'partly', new Map())).toEqual({ vocabulary: 'remarkAnswer', member: 'partly' })
  })
})

describe('改动部分', () => {
  it('按方案的部分说明，各部分一次，不露出条目编号', () => {
    const places = ['tasks[59ad0dbc,42121993].target', 'tasks[59ad0dbc,77121993].target', 'indicators[growth].fullMark']
    expect(tell('plan', 'changed', places, new Map())).toEqual({ vocabulary: 'planPart', member: 'tasks indicators' })
  })
})
