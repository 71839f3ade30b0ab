import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { forms } from '../../apps/server/src/features/superior-plan/table-forms.ts'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { writeTable } from '../../packages/papers/src/xlsx/write-table.ts'
import { button, chooseOption, dialog, goTo, told } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded, xlsx } from '../support/files.ts'
import { look } from '../support/look.ts'

export const title = '青岚省对云岭市2025年度绩效考评方案'
export const roads = '新改建农村公路'
export const water = '断面水质优良率'
const transport = '云岭市交通运输局'
const lead = '云岭市发展和改革局'

export const open = async (page: Page): Promise<void> => {
  await goTo(page, '工作台')
  await goTo(page, '任务分解与调度')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

export const register = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await goTo(page, '任务分解与调度')
  await page.getByText('还没有上级方案。').waitFor()
  await button(page, '登记上级方案').click()
  const form = dialog(page, '登记上级方案')
  await form.getByLabel('年度').fill('2025')
  await form.getByLabel('方案名称').fill(title)
  await form.getByLabel('文号').fill('青考发〔2025〕3号')
  await form.getByLabel('制发机关').fill('青岚省绩效考评办公室')
  await chooseFile(page, button(form, '选择文件'), '省考评方案.pdf')
  await form.getByText('省考评方案.pdf').waitFor()
  await look(page, 'cascade-register')
  await button(form, '登记').click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

export const enter = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await button(page, '新增指标').click()
  const form = dialog(page, '新增上级指标')
  await form.getByLabel('指标名称').fill(roads)
  await form.getByLabel('分值', { exact: true }).fill('10')
  await form.getByLabel('目标值').fill('300')
  await form.getByLabel('计量单位').fill('公里')
  await form.getByLabel('评分标准').fill('按完成比例得分')
  await look(page, 'cascade-indicator')
  await button(form, '保存').click()
  await form.waitFor({ state: 'hidden' })
  await button(page, '导入 Excel').click()
  const table = dialog(page, '导入 Excel')
  await chooseOption(page, table, '登记表', '上级指标表')
  const { title: name, mark, columns, example } = forms.indicators
  const rows = [
    {
      name: roads,
      fullMark: '10',
      target: '300',
      measureUnit: '公里',
      sentence: '按完成比例得分',
      sharing: '分解承担',
    },
    { name: water, fullMark: '5', target: '95', measureUnit: '%', sharing: '各自承担全部', due: '2025-12-31' },
  ]
  const bytes = await writeTable({ title: name, columns, rows, template: { ...mark, example } })
  await chooseFile(page, button(table, '选择文件'), xlsx('上级指标表.xlsx', Buffer.from(bytes)))
  await table.getByText('共 2 行，未发现错误。').waitFor()
  await look(page, 'cascade-import')
  await button(table, '登记 2 行').click()
  await told(page, '已登记 2 行')
  await page.getByRole('table', { name: '任务分解表' }).getByText(water).waitFor()
}

const fill = async (
  page: Page,
  form: Locator,
  row: string,
  { unit, target, marks }: { readonly unit: string; readonly target: string; readonly marks: string },
): Promise<void> => {
  await form.getByLabel(`${row}承担单位`).fill(unit)
  await page.locator('.ant-select-item-option:visible').filter({ hasText: unit }).first().click()
  await form.getByLabel(`${row}分解目标`).fill(target)
  await form.getByLabel(`${row}分解分值`).fill(marks)
}

export const divide = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await page.getByRole('button', { name: `分解 ${roads}` }).click()
  const form = dialog(page, `分解：${roads}`)
  await fill(page, form, '第 1 行', { unit: transport, target: '200', marks: '6' })
  await button(form, '添加承担单位').click()
  await fill(page, form, '第 2 行', { unit: lead, target: '90', marks: '4' })
  await form.getByText('分解合计：目标 290，分值 10').waitFor()
  await look(page, 'cascade-share')
  await button(form, '保存').click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText('分解目标合计290，与上级目标300不一致').waitFor()
  expect(await button(page, '下达').count()).toBe(0)
  await page.getByRole('button', { name: `分解 ${roads}` }).click()
  await form.getByLabel('第 2 行分解目标').fill('100')
  await button(form, '保存').click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: `分解 ${water}` }).click()
  const other = dialog(page, `分解：${water}`)
  await fill(page, other, '第 1 行', { unit: transport, target: '95', marks: '5' })
  await button(other, '保存').click()
  await other.waitFor({ state: 'hidden' })
  await page.getByText(/下达前须处理/).waitFor({ state: 'hidden' })
  await look(page, 'cascade-divided')
}

export const issue = async (city: City): Promise<void> => {
  const page = await city.as('zhuren')
  await goTo(page, '工作台')
  await page.getByRole('link', { name: `下达：${title}` }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await button(page, '下达').click()
  const form = dialog(page, /^下达/)
  await form.getByText('2 个上级指标，分解到 2 个单位。').waitFor()
  await button(form, '下达').click()
  await page.getByText('任务分解第1版已于').waitFor()
  const text = (await openDocx(await downloaded(page, page.getByRole('button', { name: '任务分解表 .docx' })))).text
  for (const said of [roads, '200公里', transport, '牵头']) expect(text.replaceAll(/\s/g, '')).toContain(said)
}

export const own = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await open(page)
  const table = page.getByRole('table', { name: '任务分解表' })
  await table.getByText(roads).waitFor()
  await table.getByText('200公里').waitFor()
  expect(await button(page, '修订').count()).toBe(0)
  await look(page, 'cascade-own')
}

export const revise = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await open(page)
  await button(page, '修订').click()
  const form = dialog(page, /^修订/)
  await form.getByLabel('理由').fill('省里调减公路任务')
  await button(form, '修订').click()
  await page.getByText('修订中').first().waitFor()
  await page.getByRole('button', { name: `修改 ${roads}` }).click()
  const changed = dialog(page, `修改指标：${roads}`)
  await changed.getByLabel('目标值').fill('280')
  await button(changed, '保存').click()
  await changed.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: `分解 ${roads}` }).click()
  const shares = dialog(page, `分解：${roads}`)
  await shares.getByLabel('第 1 行分解目标').fill('180')
  await button(shares, '保存').click()
  await shares.waitFor({ state: 'hidden' })
  const unit = await city.as('jiaotong.tianbao')
  await open(unit)
  await unit.getByRole('table', { name: '任务分解表' }).getByText('200公里').waitFor()
  const director = await city.as('zhuren')
  await open(director)
  await button(director, '下达').click()
  const issued = dialog(director, /^下达/)
  await issued.getByLabel('理由').fill('省里调减公路任务')
  await button(issued, '下达').click()
  await director.getByText('任务分解第2版已于').waitFor()
  await director.getByRole('tab', { name: '版本与留痕' }).click()
  await director.getByRole('table', { name: '下达的版本' }).getByText('省里调减公路任务').waitFor()
  await look(director, 'cascade-versions')
  await open(unit)
  await unit.getByRole('table', { name: '任务分解表' }).getByText('180公里').waitFor()
}
