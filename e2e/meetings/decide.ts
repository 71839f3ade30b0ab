import { expect } from 'vitest'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { button, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'
import { addUnit, group, open, title } from './prepare.ts'

const given = '修订实施细则后报绩效办'
let minutes: Buffer

/** From the signed minutes: one delegate, the decision with its votes, a task; another of the office compares. */
export const registerAndCompare = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await open(page)
  await button(page, '登记会议情况').click()
  const form = dialog(page, /^登记会议情况/)
  await form.getByLabel('主持人').fill('领导小组组长')
  await form.getByLabel('列席').fill('市审计局、市统计局')
  await chooseFile(page, form.getByRole('button', { name: '选择扫描件' }), '会议纪要.pdf')
  await form.getByText('会议纪要.pdf').waitFor()
  await form.getByLabel(/云岭市财政局.*的出席情况/).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '委托代会' }).first().click()
  await form.getByLabel(/云岭市财政局.*的代会人员/).fill('代会人甲 副局长')
  const topic = form.getByRole('group', { name: '审议考评实施细则' })
  await topic.getByRole('radio', { name: '修改后同意' }).click()
  await topic.getByLabel('决定原文').fill('原则同意，按会议意见修改后印发。')
  await topic.getByRole('checkbox', { name: '有表决' }).check()
  await topic.getByLabel(/同意票/).fill('3')
  await button(topic, '增加交办事项').click()
  await topic.getByLabel('事项内容').fill(given)
  await addUnit(page, topic.getByLabel('责任单位'), '云岭市发展和改革局')
  await topic.getByLabel('完成时限').fill('2026-12-30')
  await look(page, 'meeting-record')
  await button(form, '登记会议情况').click()
  await page.getByText('待复核').first().waitFor()
  const second = await city.as('zhuren')
  await goTo(second, '工作台')
  await second.getByRole('link', { name: `复核：${title}` }).click()
  await button(second, '复核').click()
  await button(dialog(second, /^复核/), '复核').click()
  await second.getByText('已议定').first().waitFor()
  await look(second, 'meeting-decided')
}

export const numberMinutes = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await open(page)
  await button(page, '编纪要文号').click()
  const form = dialog(page, /^编纪要文号/)
  await form.getByLabel('纪要文号').fill('云绩纪〔2026〕1号')
  await button(form, '确定').click()
  await page.getByText('纪要已编号').first().waitFor()
  for (const paper of ['会议通知', '预审材料目录', '签到表']) {
    const file = await downloaded(page, page.getByRole('button', { name: `${paper} .docx` }))
    expect(file.subarray(0, 2).toString()).toBe('PK')
  }
  minutes = await downloaded(page, page.getByRole('button', { name: '会议纪要 .docx' }))
}

export const readMinutes = async (_city: City): Promise<void> => {
  const text = (await openDocx(minutes)).text.replace(/\s/g, '')
  for (const said of [
    `${group}${title}纪要`,
    '原则同意，按会议意见修改后印发。',
    '同意3票',
    '代会人甲副局长',
    given,
    '云岭市发展和改革局',
    '市审计局',
  ]) {
    expect(text).toContain(said)
  }
}

export const closeTask = async (city: City): Promise<void> => {
  const unit = await city.as('fagai.zhuyao')
  await goTo(unit, '工作台')
  await unit.getByRole('link', { name: new RegExp(`报告办结：${given}`) }).click()
  await button(unit, '报告办结').click()
  const form = dialog(unit, /^报告办结/)
  await form.getByLabel('办理情况').fill('已修订并报送')
  await chooseFile(unit, form.getByRole('button', { name: '选择文件' }), '修订稿.pdf')
  await form.getByText('修订稿.pdf').waitFor()
  await button(form, '报告办结').click()
  await unit.getByText('已报办结').first().waitFor()
  await look(unit, 'meeting-task')
  const office = await city.as('zhuren')
  await goTo(office, '工作台')
  await office.getByRole('link', { name: new RegExp(`确认办结：${given}`) }).click()
  await button(office, '确认办结').click()
  await button(dialog(office, /^确认办结/), '确认办结').click()
  await office.getByText('已办结').first().waitFor()
}

export const assignDirectly = async (city: City): Promise<void> => {
  const page = await city.as('zuzhang')
  await goTo(page, '会议')
  await button(page, '直接交办').click()
  const form = dialog(page, '直接交办')
  await form.getByLabel('来源').fill('1月9日调研时交办')
  await addUnit(page, form.getByLabel('增加责任单位'), '云岭市发展和改革局')
  await form.getByLabel('事项内容').fill('梳理重点项目开工堵点')
  await form.getByLabel('完成时限').fill('2026-12-30')
  await look(page, 'task-direct')
  await button(form, '交办').click()
  await page.getByRole('heading', { level: 1, name: '梳理重点项目开工堵点' }).waitFor()
  await page.getByText('领导交办：1月9日调研时交办').waitFor()
  const unit = await city.as('fagai.zhuyao')
  await goTo(unit, '工作台')
  await unit.getByRole('link', { name: /报告办结：梳理重点项目开工堵点/ }).waitFor()
}
