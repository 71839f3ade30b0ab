import { expect, it } from 'vitest'
import { type ReadLibrary, readLibrary } from './read-library.ts'

const read = async (text: string): Promise<ReadLibrary> => {
  const found = await readLibrary(new TextEncoder().encode(text))
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}

const rule = (end: string) => `云岭市人民政府文件

云政发〔2023〕1号

云岭市人民政府关于印发绩效考评办法的通知

各县（市、区）人民政府，市政府各部门：

现将《云岭市绩效考评办法》印发给你们，请认真贯彻执行。

云岭市人民政府

2023年1月5日

附件1

云岭市绩效考评办法

第一章 总则

第一条 为规范考评工作，制定本办法。

第二条 有下列情形之一的，不予加分：
（一）未经核实的；
（二）超过时限的。

${end}

附件2

云岭市绩效办工作细则

第一条 绩效办负责日常工作。
`

it('逐条读出，附件里的条文写明附件；条下各项随条', async () => {
  const { clauses, ...about } = await read(rule('第三条 本办法由市绩效办负责解释，自印发之日起施行，有效期5年。'))
  expect(clauses.map(({ article }) => article)).toEqual([
    '附件1 第一条',
    '附件1 第二条',
    '附件1 第三条',
    '附件2 第一条',
  ])
  expect(clauses[1]?.text).toBe('有下列情形之一的，不予加分：\n（一）未经核实的；\n（二）超过时限的。')
  expect(about).toMatchObject({
    documentNumber: '云政发〔2023〕1号',
    issuer: '云岭市人民政府',
    issuedOn: '2023-01-05',
    interpreter: '市绩效办',
    effectiveOn: '2023-01-05',
    lastOn: '2028-01-04',
  })
})

it.each([
  ['自2023年3月1日起施行。有效期至2027年12月31日。', '2023-03-01', '2027-12-31'],
  ['自2024年2月29日起施行，有效期一年。', '2024-02-29', '2025-02-27'],
  ['自发布之日起施行。', '2023-01-05', ''],
  ['由市财政局会同有关部门解释。', '', ''],
])('%s', async (said, effectiveOn, lastOn) => {
  expect(await read(rule(`第三条 本办法${said}`))).toMatchObject({ effectiveOn, lastOn })
})

it('没有“第几条”的，按标题读：四之下的（一）写作四（一），（一）之前的话归四', async () => {
  const { clauses } = await read(`关于加强考评工作的意见

一、总体要求
坚持公开公正。

二、主要任务
各单位要抓好以下工作。
（一）健全制度。制定细则。
（二）加强分析。
按月通报。
`)
  expect(clauses).toEqual([
    { article: '一', text: '总体要求\n坚持公开公正。' },
    { article: '二', text: '主要任务\n各单位要抓好以下工作。' },
    { article: '二（一）', text: '健全制度。制定细则。' },
    { article: '二（二）', text: '加强分析。\n按月通报。' },
  ])
})

it('条号重复的分得清；没有条文和标题的，一条也不编', async () => {
  const twice = await read('办法\n\n第一条 甲事由甲办。\n\n第一条 乙事由乙办。\n')
  expect(twice.clauses.map(({ article }) => article)).toEqual(['第一条', '第一条（第2处）'])
  expect((await read('请各单位于年底前报送材料。')).clauses).toEqual([])
})
