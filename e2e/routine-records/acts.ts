import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { button, chooseOption, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'

const indicator = '重大项目提升行动'
const unit = '云岭市交通运输局'
const happening = '省道改造一期上半年开工手续未按期办结，经两次协调后于6月18日补齐。'

export const record = async (city: City): Promise<void> => {
  const page = await city.as('fagai.ke1')
  await goTo(page, '平时记录')
  await page.getByText('没有平时记录。').waitFor()
  await button(page, '录入平时记录').click()
  const form = dialog(page, '录入平时记录')
  await chooseOption(page, form, '指标', indicator)
  // Many units: typed, not scrolled to.
  await form.getByLabel('单位', { exact: true }).fill(unit)
  await page.locator('.ant-select-item-option').filter({ hasText: unit }).first().click()
  await form.getByLabel('发生日期').fill('2025-06-18')
  await form.getByLabel('记录事项').fill(happening)
  await form.getByLabel('来源文件').fill('重大项目协调会纪要第6期')
  await form.getByText('拟减分').click()
  await form.getByLabel('分值').fill('０．５')
  await form.getByLabel('依据').fill('未按期开工的，按评分标准扣分')
  await look(page, 'routine-record-form')
  await button(form, '保存').click()
  await page.getByRole('heading', { level: 1, name: `${unit}：2025-06-18` }).waitFor()
  await button(page, '提交').click()
  await button(dialog(page, /^提交/), '提交').click()
  await page.getByText('拟加分、减分的，请先附佐证材料').waitFor()
  await button(dialog(page, /^提交/), '取消').click()
  await button(page, '修改').click()
  const edit = dialog(page, '修改平时记录')
  await chooseFile(page, edit.getByRole('button', { name: '选择文件' }), '协调会纪要第6期.pdf')
  await edit.getByText('协调会纪要第6期.pdf').waitFor()
  await button(edit, '保存').click()
  await page.getByRole('link', { name: '协调会纪要第6期.pdf' }).waitFor()
  await button(page, '提交').click()
  await button(dialog(page, /^提交/), '提交').click()
  await page.getByText('待审核').first().waitFor()
}

const openTask = async (page: Page, verb: string): Promise<void> => {
  await goTo(page, '工作台')
  await page
    .getByRole('link', { name: new RegExp(`${verb}：${indicator}（${unit}，2025-06-18）`) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: `${unit}：2025-06-18` }).waitFor()
}

export const confirm = async (city: City): Promise<void> => {
  const page = await city.as('fagai.ke1.fuze')
  await openTask(page, '审核通过')
  await button(page, '审核通过').click()
  await button(dialog(page, /^审核通过/), '审核通过').click()
  await page.getByText('已告知单位').first().waitFor()
}

export const state = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await openTask(page, '提出意见')
  await look(page, 'routine-record-told')
  await button(page, '提出意见').click()
  const form = dialog(page, '对平时记录提出意见')
  await form.getByText('有异议').click()
  await button(form, '提交').click()
  await form.getByRole('alert').getByText('请写明哪里不符').waitFor()
  await form.getByLabel('实际情况').fill('手续于6月10日办结，附回执。')
  await chooseFile(page, form.getByRole('button', { name: '选择文件' }), '办结回执.pdf')
  await form.getByText('办结回执.pdf').waitFor()
  await look(page, 'routine-record-view')
  await button(form, '提交').click()
  await page.getByText('单位有异议').first().waitFor()
}

export const answer = async (city: City): Promise<void> => {
  const page = await city.as('fagai.ke1.fuze')
  await openTask(page, '维持')
  await page.getByText('手续于6月10日办结，附回执。').first().waitFor()
  await button(page, '维持').click()
  const form = dialog(page, /^维持/)
  await form.getByRole('textbox').first().fill('回执为第一批手续，全部手续6月18日办结。')
  await button(form, '维持').click()
  await page.getByText('记录成立，评分时列在该单位得分旁边。').waitFor()
  await look(page, 'routine-record-settled')
}

export const score = async (city: City): Promise<void> => {
  const page = await city.as('fagai.ke1')
  await goTo(page, '评分')
  await page.getByRole('link', { name: indicator }).first().click()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const row = page.getByRole('row', { name: new RegExp(unit) }).first()
  await row.getByRole('button').first().click()
  const beside = page.getByRole('region', { name: '平时记录' })
  await beside.getByText('拟减分 0.5 分').waitFor()
  await beside.getByText('已定').waitFor()
  await look(page, 'routine-record-beside')
}

export const printOut = async (city: City): Promise<void> => {
  const page = await city.as('fagai.ke1')
  await goTo(page, '平时记录')
  await look(page, 'routine-record-list')
  const register = await openDocx(await downloaded(page, page.getByRole('button', { name: '登记表 .docx' })))
  for (const said of ['平时记录登记表', unit, '减0.5', '已定']) expect(register.text).toContain(said)
  await page.getByRole('link', { name: happening }).click()
  const notice = await openDocx(await downloaded(page, page.getByRole('button', { name: '告知单 .docx' })))
  for (const said of ['平时记录告知单', unit, '手续于6月10日办结', '维持']) expect(notice.text).toContain(said)
  await goTo(page, '平时记录')
  await button(page, '批量录入').click()
  const form = dialog(page, '批量录入平时记录')
  const template = await downloaded(page, button(form, '下载空表'))
  expect(template.subarray(0, 2).toString()).toBe('PK')
  await look(page, 'routine-record-import')
  await button(form, '取消').click()
}
