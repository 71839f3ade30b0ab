import { expect, it } from 'vitest'
import { readImport } from './read-import.ts'

const page = (table: string) => `<html><body><h1>云岭市2026年度考评方案</h1>
<p>一、考核指标</p><p>（一）投资完成额（60分）。按完成率得分。</p><p>（二）招商引资（40分）。按完成率得分。</p>
<p>二、任务分解</p>${table}
<p>三、考评程序</p><p>（一）单位自评。2027年1月5日前完成。</p><p>（二）综合研判。2027年1月20日前完成。</p></body></html>`

const table = (rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`

const read = async (rows: readonly (readonly string[])[]) => {
  const notice = await readImport(new TextEncoder().encode(page(table(rows))))
  if (!notice.ok) throw new Error(notice.error.code)
  return notice.value
}

const tasksIn = async (rows: readonly (readonly string[])[]) => {
  const { text, rows: found } = await read(rows)
  return found
    .filter(({ part }) => part === 'tasks')
    .map(({ group, path, fields: [field] }) => {
      expect([...text].slice(field?.start, field?.end).join('')).toBe(field?.value)
      return [group, path?.join(), field?.name, field?.value]
    })
}

it('单位在行、指标在列：每格一项任务，空格、横线和合计不算', async () => {
  expect(
    await tasksIn([
      ['序号', '单位', '投资完成额（亿元）', '招商引资', '备注'],
      ['1', '市财政局', '12.5', '—', ''],
      ['2', '市教育局', '√', '待上级下达', '新增'],
      ['', '合计', '12.5', '', ''],
    ]),
  ).toEqual([
    ['市财政局', '投资完成额', 'target', '12.5'],
    ['市教育局', '投资完成额', 'target', '√'],
    ['市教育局', '招商引资', 'target', '待上级下达'],
  ])
})

it('一行一个指标和单位：空着的沿用上一行，一格几家逐家列；没有目标值的只列单位', async () => {
  expect(
    await tasksIn([
      ['指标', '目标值', '被考核单位'],
      ['投资完成额', '12.5', '市财政局、市教育局'],
      ['', '8', '市水利局'],
      ['招商引资', '', '市财政局'],
    ]),
  ).toEqual([
    ['市财政局', '投资完成额', 'target', '12.5'],
    ['市教育局', '投资完成额', 'target', '12.5'],
    ['市水利局', '投资完成额', 'target', '8'],
    ['市财政局', '招商引资', 'unit', '市财政局'],
  ])
})

it('别的表不是任务分解', async () => {
  expect(
    await tasksIn([
      ['等次', '得分'],
      ['优秀', '90'],
      ['合格', '60'],
    ]),
  ).toEqual([])
  expect(
    await tasksIn([
      ['单位', '联系人', '电话'],
      ['市财政局', '甲一山', '0000-5550101'],
    ]),
  ).toEqual([])
})

it('环节类别按名称判断，看不出的留空、把握低', async () => {
  const kinds = (await read([])).rows
    .filter(({ part }) => part === 'steps')
    .flatMap(({ fields }) => fields.filter(({ name }) => name === 'stepKind'))
  expect(kinds.map(({ value, confidence }) => [value, confidence])).toEqual([
    ['dataCollection', 90],
    ['', 40],
  ])
})
