import { expect, it } from 'vitest'
import { findingKinds } from '../lint/findings.ts'
import { lintNotice } from '../lint/lint.ts'
import { readNotice } from '../read.ts'
import { sourceOfText } from '../text/source.ts'

const read = (...lines: string[]) => readNotice(sourceOfText(lines.join('\n')))
const codesOf = (...lines: string[]) => new Set(lintNotice(read(...lines)).map(({ kind }) => findingKinds[kind].code))

const block = [
  '指标一：家庭医生签约服务',
  '【分值】15分',
  '【完成标准】重点人群签约率不低于75%。',
  '【台账目录】1.签约协议书；2.履约服务记录。',
  '【评分办法】每低1个百分点扣0.5分，扣完为止。',
]

it('reads an indicator set as a block of labelled lines', () => {
  const [found] = read(...block).fields.indicators
  expect(found?.name.value).toBe('家庭医生签约服务')
  expect(found?.fullMark?.value).toBe('15')
  expect(found?.standard?.value).toBe('重点人群签约率不低于75%。')
  expect(found?.evidence.map(({ value }) => value)).toEqual(['签约协议书', '履约服务记录'])
  expect(found?.rule?.value).toBe('每低1个百分点扣0.5分，扣完为止。')
})

it('takes labels below a heading that has its mark', () => {
  const [found] = read('1.信息公开（10分）', '目标值：公开率100%。', '计分方法：每少1条扣1分。').fields.indicators
  expect(found?.standard?.value).toBe('公开率100%。')
  expect(found?.rule?.value).toBe('每少1条扣1分。')
})

it('reads grades from a table, one to a row or one to a column, and none from a table of results', () => {
  const bands = ['| 级别 | 得分 |', '|---|---|', '| A级 | 95分及以上 |', '| B级 | 95分以下 |']
  const across = [
    ['等次', '优秀', '良好', '合格'],
    ['得分', '90分及以上', '80分及以上', '80分以下'],
  ]
  const results = ['单位\t得分\t等次', '甲县\t95\t优秀', '乙县\t91\t优秀', '丙县\t80\t良好']
  const said = ({ fields }: ReturnType<typeof read>) =>
    fields.grades.map(({ name, rule }) => `${name.value} ${rule?.value}`)
  const gradesOf = (...lines: string[]) => said(read(...lines))
  const table = { kind: 'table' as const, rows: across.map((row) => row.map((text) => ({ text }))) }
  expect(gradesOf(...bands)).toEqual(['A 95分及以上', 'B 95分以下'])
  expect(said(readNotice({ blocks: [table] }))).toEqual(['优秀 90分及以上', '良好 80分及以上', '合格 80分以下'])
  expect(gradesOf(...results)).toEqual([])
})

it('ends a range on its last day and takes the period of the figures for the cut-off', () => {
  const { steps } = read(
    '三、考核程序',
    '（一）自评。各县于2024年11月29日前完成自评，数据统计期为2024年1月1日至10月31日。',
    '（二）核查。市教育局于2024年12月16日至20日开展核查。',
  ).fields
  expect(steps.map(({ due, cutoff }) => [due?.value, cutoff?.value])).toEqual([
    ['2024-11-29', '2024-10-31'],
    ['2024-12-20', undefined],
  ])
})

it('gives the cases above 有上述情形之一的 and not the sentence', () => {
  const { vetoes } = read(
    '六、否决',
    '1. 发生较大事故的；',
    '2. 被约谈的。',
    '有上述情形之一的，取消评先评优资格。',
  ).fields
  expect(vetoes.map(({ text }) => text.value)).toEqual(['发生较大事故的', '被约谈的'])
})

it('holds announced levels against the tree and weights against a hundred', () => {
  const tree = ['二、内容：共设1个一级指标、2个二级指标。', '（一）教育（10分）', '1. 学位（6分）']
  expect(codesOf(...tree, '2. 师资（4分）')).not.toContain('count-mismatch')
  expect(codesOf(...tree)).toContain('count-mismatch')
  const table = (last: string) => [
    '指标\t权重\t计分方法',
    '利润\t60%\t每低1%扣1分',
    `水质\t${last}\t每低1%扣1分`,
    '合计\t100%\t',
  ]
  expect(codesOf(...table('40%'))).not.toContain('sum-mismatch')
  expect(codesOf(...table('45%'))).toContain('sum-mismatch')
})

it('knows a body under its contracted name, unless the paper explains it', () => {
  expect(codesOf('由市发展改革委负责。', '报市发改委审定。')).toContain('body-two-names')
  expect(codesOf('市发展改革委（以下简称市发改委）负责。', '报市发改委审定。')).not.toContain('body-two-names')
  expect(codesOf('由市财政局负责。', '报市财政监督局。', '送市政府督查办、市政府办。')).not.toContain('body-two-names')
})

it('takes a mark that follows a name without a sign, and no total from the head of an indicator', () => {
  const lines = ['（一）共性工作20分', '1、党的建设12分。每次扣0.5分；', '2、机关效能8分。每次扣2分。']
  const other = '（二）重点工作（满分80分）'
  const marks = read(...lines, other).fields.indicators.map(({ name, fullMark }) => `${name.value} ${fullMark?.value}`)
  expect(marks).toEqual(['共性工作 20', '党的建设 12', '机关效能 8', '重点工作 80'])
  expect(codesOf(...lines, other)).not.toContain('sum-mismatch')
  expect(read('1.迟报的扣2分', '2.漏报的扣3分').fields.indicators).toEqual([])
})

it('takes a group printed in every row of a table for one', () => {
  const row = (name: string) => `效益\t${name}\t20\t每低1%扣1分`
  const { indicators } = read('一级指标\t二级指标\t分值\t评分标准', row('利润'), row('回报')).fields
  expect(indicators.map(({ name }) => name.value)).toEqual(['效益', '利润', '回报'])
})

it('names a step by what is done where its term comes first', () => {
  const { steps } = read(
    '四、工作安排',
    '（一）2024年6月底前，各单位完成自查；',
    '（二）9月30日前，市局开展抽查。',
    '（三）10月9日前，公布。',
  ).fields
  expect(steps.map(({ name }) => name.value)).toEqual(['各单位完成自查', '市局开展抽查', '公布'])
})

it('reads marks behind the stop of a heading and fields numbered below it', () => {
  const lines = [
    '一、评价内容',
    '（一）日常监管。占40分。',
    '1.投诉核查：20分。每降低1个百分点扣1分。',
    '（二）创新（60分）',
  ]
  const marks = read(...lines).fields.indicators.map(({ name, fullMark }) => `${name.value} ${fullMark?.value}`)
  expect(marks).toEqual(['日常监管 40', '投诉核查 20', '创新 60'])
  const numbered = [
    '1.总体考核（60分）',
    '1.1质量检查（25分）',
    '（1）考核要求：覆盖率100%。',
    '（2）评分标准：推广1项得5分，满分20分。',
  ]
  const [, found, more] = read(...numbered).fields.indicators
  expect([found?.standard?.value, found?.rule?.value, more]).toEqual([
    '覆盖率100%。',
    '推广1项得5分，满分20分。',
    undefined,
  ])
})

it('reads short labels, a case that brings the lowest grade, and no label as part of a rule', () => {
  const { indicators, rules } = read(
    '1. 信访（50分）',
    '目标：办结率100%。计分：每有1件超期扣2分。考核单位：县信访局。',
  ).fields
  expect([indicators[0]?.standard?.value, rules[0]?.text]).toEqual(['办结率100%。', '每有1件超期扣2分。'])
  expect(read('弄虚作假的，一律评为D档。').fields.vetoes.map(({ text }) => text.value)).toEqual([
    '弄虚作假的，一律评为D档',
  ])
})

it('keeps terms that come again as they are written', () => {
  const { steps } = read(
    '四、考核时间安排',
    '1. 平时考核：每季度末月25日前报送。',
    '2. 年终考核：2024年1月中旬进行。',
  ).fields
  expect(steps.map(({ due }) => due?.value)).toEqual(['每季度末月25日', '2024年1月中旬'])
})
