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

const textOf = async (text: string) => {
  const notice = await readImport(new TextEncoder().encode(text))
  if (!notice.ok) throw new Error(notice.error.code)
  return notice.value
}

it('一句话里分到各单位的目标值也是任务，计分的句子和单独一家不算', async () => {
  const { text, rows } = await textOf(`青禾县2026年度考核方案
一、考核指标
（一）招商引资（40分）。全县到位资金8000万元，其中清河镇完成5000万元、白石镇完成3000万元。每少100万元扣1分。
（二）企业培育（30分）。县工信局12个、县商务局8个。
（三）信访工作（30分）。柳林镇2件。超过2件的，每件扣1分。
`)
  const tasks = rows.filter(({ part }) => part === 'tasks')
  expect(tasks.map(({ group, path, fields: [field] }) => [group, path?.join(), field?.value])).toEqual([
    ['清河镇', '招商引资', '5000万元'],
    ['白石镇', '招商引资', '3000万元'],
    ['县工信局', '企业培育', '12个'],
    ['县商务局', '企业培育', '8个'],
  ])
  for (const { fields } of tasks)
    for (const { value, start, end } of fields) expect([...text].slice(start, end).join('')).toBe(value)
})

it('调整通知的每个调整事项各成一行，带原句和位置', async () => {
  const { text, rows } = await textOf(`青禾县关于调整2026年度考核指标的通知
各乡镇：
一、新增“数字政府”指标，分值3分。
二、取消“文明复检”、“示范创建”指标。
三、“项目投资”分值由12分调整为13分。
`)
  const changes = rows.flatMap(({ key, fields }) => (key.startsWith('changes') ? fields : []))
  expect(changes.map(({ value }) => value)).toEqual([
    '新增“数字政府”指标，分值3分',
    '取消“文明复检”、“示范创建”指标',
    '“项目投资”分值由12分调整为13分',
  ])
  for (const { value, start, end } of changes) expect([...text].slice(start, end).join('')).toBe(value)
})
