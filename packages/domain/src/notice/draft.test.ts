import { describe, expect, it } from 'vitest'
import { checkShape } from '../plan/shape.ts'
import { carriedFindings } from './carried.ts'
import { choose, countsOf } from './choices.ts'
import { type DraftOrder, draftFromNotice } from './draft.ts'
import type { FieldName, ReadNotice, ReadRow } from './model.ts'
import { namesAmong } from './names.ts'
import { settle } from './settle.ts'

const text = `关于印发考评方案的通知
一、指标
（一）经济发展（40分）
1.投资完成（40分）。每少1个百分点扣0.5分，扣完为止。
2.创新引领
二、程序
（一）考核评分。2025年1月20日前完成。
（二）汇总整理。月底前完成。
`

/** A row whose fields stand where their words first stand in the text. */
const row = (
  key: string,
  part: ReadRow['part'],
  fields: readonly (readonly [FieldName, string])[],
  more: Partial<ReadRow> = {},
): ReadRow => ({
  key,
  part,
  fields: fields.map(([name, value]) => {
    const start = [...text.slice(0, Math.max(0, text.indexOf(value)))].length
    return { id: `${key}.${name}`, name, value, start, end: start + [...value].length, confidence: 95 }
  }),
  ...more,
})

const notice: ReadNotice = {
  text,
  rows: [
    row('document', 'document', [['title', '关于印发考评方案的通知']]),
    row('units[0]', 'units', [['unitGroup', '经济']], { announced: 2 }),
    row('units[1]', 'units', [['unit', '投资']], { group: '经济' }),
    row('indicators[0]', 'indicators', [
      ['indicator', '经济发展'],
      ['fullMark', '40'],
    ]),
    row(
      'indicators[1]',
      'indicators',
      [
        ['indicator', '投资完成'],
        ['fullMark', '40分'],
        ['rule', '每少1个百分点扣0.5分，扣完为止。'],
      ],
      { path: ['经济发展'] },
    ),
    row('duties[0]', 'responsibilities', [
      ['indicator', '创新引领'],
      ['leadUnit', '某局'],
    ]),
    row('duties[1]', 'responsibilities', [
      ['indicator', '创新引领'],
      ['leadUnit', '市投资局'],
    ]),
    row('steps[0]', 'steps', [
      ['step', '考核评分'],
      ['due', '2025-01-20'],
    ]),
    row('steps[1]', 'steps', [
      ['step', '汇总整理'],
      ['due', '月底前'],
      ['input', '评分'],
    ]),
  ],
  findings: [
    { key: 'f1', code: 'notice.vague', severity: 'note', params: { words: '完成' }, proposals: [], start: 45, end: 49 },
  ],
  headings: [
    { label: '一', start: 12, end: 70 },
    { label: '（一）', start: 17, end: 70 },
  ],
}

const names = namesAmong({
  units: [
    { id: 'u-invest', names: ['云岭市投资局', '市投局'] },
    { id: 'u-own', names: ['云岭市发展改革委'] },
  ],
  sections: [],
  people: [],
})

const order = (more: Partial<DraftOrder> = {}): DraftOrder => ({
  notice,
  choices: {},
  names,
  file: { digest: 'a'.repeat(64), name: '通知.docx' },
  kind: 'indicatorPlan',
  ownerUnitId: 'u-own',
  year: 2025,
  title: '方案',
  undecided: 'accepted',
  ...more,
})

describe('由文件生成草稿', () => {
  it('指标按所印的层级成树，分值、计分规则、出处都在', () => {
    const { content, sources } = draftFromNotice(order())
    const [top, leaf] = content.indicators
    expect(leaf).toMatchObject({ name: '投资完成', parentKey: top?.key, fullMark: '40' })
    expect(leaf?.scoring?.rule?.text).toBe('每少1个百分点扣0.5分，扣完为止。')
    expect(top?.scoring).toBeUndefined()
    expect(top?.basis).toEqual({ kind: 'clause', article: '一（一）', text: '（一）经济发展（40分）' })
    expect(sources[`indicators[${leaf?.key}].fullMark`]).toBe('indicators[1].fullMark')
    expect(checkShape(content).ok).toBe(true)
  })

  it('只在责任分工中出现的指标也成为叶子，没有分值；同一指标的第二处责任说明而不丢', () => {
    const { content, notes } = draftFromNotice(order())
    const named = content.indicators.find(({ name }) => name === '创新引领')
    expect(named).toMatchObject({ fullMark: '', scoring: { bindings: [] } })
    expect(content.responsibilities).toMatchObject([{ nodeKey: named?.key, leadUnitId: '' }])
    expect(notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['notice.dutyTwice', 'notice.nameNotRegistered']),
    )
  })

  it('不是日期的时限留空并说明；步骤所据材料指向前面的步骤', () => {
    const { content, notes } = draftFromNotice(order())
    const [first, second] = content.steps
    expect(first).toMatchObject({ kind: 'preliminaryScore', due: '2025-01-20', needs: [] })
    expect(second).toMatchObject({ kind: 'aggregation', due: '', needs: [first?.key] })
    expect(notes.find(({ code }) => code === 'notice.dueNotADay')?.params).toEqual({
      step: '汇总整理',
      words: '月底前',
    })
  })

  it('没有决定的不进草稿；待问的留空并说明；更正的取更正', () => {
    const choices = {
      'indicators[1].indicator': { state: 'accepted' },
      'indicators[1].fullMark': { state: 'corrected', value: '45' },
      'indicators[1].rule': { state: 'asked' },
    } as const
    const { content, notes } = draftFromNotice(order({ choices, undecided: 'left' }))
    expect(content.steps).toEqual([])
    const leaf = content.indicators.find(({ name }) => name === '投资完成')
    expect(leaf).toMatchObject({ fullMark: '45' })
    expect(leaf?.scoring?.rule ?? leaf?.scoring?.sentence).toBeUndefined()
    expect(notes.map(({ code }) => code)).toEqual(['notice.askedLater'])
  })

  it('同一输入得同一草稿；改了分值的修订稿行键不变', () => {
    const revised = {
      ...notice,
      rows: notice.rows.map((one) => ({
        ...one,
        fields: one.fields.map((field) => (field.value === '40分' ? { ...field, value: '45分' } : field)),
      })),
    }
    const [before, again, after] = [
      draftFromNotice(order()),
      draftFromNotice(order()),
      draftFromNotice(order({ notice: revised })),
    ]
    expect(again).toEqual(before)
    expect(after.content.indicators.map(({ key }) => key)).toEqual(before.content.indicators.map(({ key }) => key))
    expect(after.content.indicators[1]?.fullMark).toBe('45')
  })
})

describe('核对与意见', () => {
  it('更正成原文就是采用；空的更正、没有的字段被拒', () => {
    const id = 'indicators[1].fullMark'
    expect(choose(notice, {}, [{ field: id, choice: { state: 'corrected', value: '40分' } }])).toEqual({
      ok: true,
      value: { [id]: { state: 'accepted' } },
    })
    expect(choose(notice, {}, [{ field: id, choice: { state: 'corrected', value: ' ' } }])).toMatchObject({
      error: { code: 'notice.correctionEmpty', at: id },
    })
    expect(choose(notice, {}, [{ field: 'toString', choice: null }])).toMatchObject({
      error: { code: 'notice.noSuchField' },
    })
    expect(countsOf(notice.rows, { [id]: { state: 'asked' } })).toMatchObject({ asked: 1, fields: 17, undecided: 16 })
  })

  it('未处理的意见进入校核，指向草稿中的位置；处理过的不再进入', () => {
    const { sources, notes } = draftFromNotice(order())
    const carried = carriedFindings({ noticeId: 'n', notice, notes, sources, settled: {} })
    expect(carried.map(({ key }) => key)).toContain('f1')
    expect(carried.find(({ key }) => key.startsWith('notice.dueNotADay'))?.finding.at).toMatch(/^steps\[.*\]/)
    const by = { personId: 'p', post: 'handler', unitId: 'u-own' } as const
    const settled = settle({ findings: notice.findings, notes, settled: {} }, 'f1', '已核实', { by, on: '2025-01-01' })
    expect(
      settled.ok && carriedFindings({ noticeId: 'n', notice, notes, sources, settled: settled.value }),
    ).toHaveLength(carried.length - 1)
    expect(settle({ findings: [], notes: [], settled: {} }, 'f1', null, { by, on: '2025-01-01' })).toMatchObject({
      error: { code: 'notice.noSuchFinding' },
    })
  })

  it('名称：简称、去掉地名的写法；两家同名谁都不是', () => {
    expect(names.unit('市投局')).toBe('u-invest')
    expect(names.unit('市发展改革委')).toBe('u-own')
    expect(names.unit('改革委')).toBeUndefined()
    const two = namesAmong({
      units: [
        { id: 'a', names: ['甲市财政局'] },
        { id: 'b', names: ['乙市财政局'] },
      ],
      sections: [],
      people: [],
    })
    expect(two.unit('市财政局')).toBeUndefined()
    expect(two.unit('甲市财政局')).toBe('a')
  })
})
