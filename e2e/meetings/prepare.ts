import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { button, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'

export const title = '2026年第1次会议'
export const group = '云岭市绩效考评工作领导小组'
const rules = '审议考评实施细则'
const report = '通报季度考评情况'

/** From the list to this meeting, as it stands now. */
export const open = async (page: Page): Promise<void> => {
  await goTo(page, '工作台')
  await goTo(page, '会议')
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** A unit found by its name in a box that takes several. */
export const addUnit = async (page: Page, box: ReturnType<Page['getByLabel']>, unit: string): Promise<void> => {
  await box.fill(unit)
  await page.locator('.ant-select-item-option').filter({ hasText: unit }).first().click()
}

export const setUpGroup = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await goTo(page, '会议')
  await button(page, '设置领导小组').click()
  const form = dialog(page, '领导小组')
  await form.getByLabel('全称').fill(group)
  await form.getByLabel('成立文件').fill('云发〔2025〕8号')
  for (const above of ['中共云岭市委员会', '云岭市人民政府']) {
    await form.getByLabel('受其领导').fill(above)
    await form.getByLabel('受其领导').press('Enter')
  }
  await form.getByLabel('办公室简称').fill('市绩考办')
  await form.getByLabel('任期自').fill('2025-01-01')
  for (const unit of ['云岭市发展和改革局', '云岭市财政局']) {
    await addUnit(page, form.getByLabel('增加成员单位'), unit)
    await form.getByText(unit).last().waitFor()
  }
  await button(form, '保存').click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText('中共云岭市委员会、云岭市人民政府').waitFor()
  await look(page, 'meeting-group')
  const file = await downloaded(page, page.getByRole('button', { name: '成立通知 .docx' }))
  const text = (await openDocx(file)).text.replace(/\s/g, '')
  for (const words of [
    `关于成立${group}的通知`,
    '直接受中共云岭市委员会、云岭市人民政府领导',
    '简称“市绩考办”',
    '云岭市财政局',
  ]) {
    expect(text).toContain(words)
  }
}

export const writeTopics = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await button(page, '拟定会议').click()
  const form = dialog(page, '拟定会议')
  await form.getByLabel('会议名称').fill(title)
  await form.getByLabel('拟开日期').fill('2026-03-31')
  await form.getByLabel('地点').fill('三楼会议室')
  const first = form.getByRole('group', { name: /议题1/ })
  await first.getByLabel('议题名称').fill(report)
  await first.getByLabel('提请审议的意见').fill('听取季度考评情况汇报')
  await chooseFile(page, first.getByRole('button', { name: '选择材料' }), '季度情况.pdf')
  await first.getByText('季度情况.pdf').waitFor()
  await button(form, '增加议题').click()
  const second = form.getByRole('group', { name: /议题2/ })
  await second.getByLabel('议题名称').fill(rules)
  await look(page, 'meeting-agenda')
  await button(form, '保存').click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await button(page, '报请确定议题').click()
  const asking = dialog(page, /^报请确定议题/)
  await button(asking, '报请确定议题').click()
  await asking.getByText('没有材料').waitFor()
  await button(asking, '取消').click()
  await button(page, '修改议题').click()
  const edit = dialog(page, /^修改议题/)
  const topic = edit.getByRole('group', { name: /议题2/ })
  await chooseFile(page, topic.getByRole('button', { name: '选择材料' }), '实施细则.pdf')
  await topic.getByText('实施细则.pdf').waitFor()
  await button(edit, '保存').click()
  await edit.waitFor({ state: 'hidden' })
  await button(page, '报请确定议题').click()
  await button(dialog(page, /^报请确定议题/), '报请确定议题').click()
  await page.getByText('待确定议题').first().waitFor()
}

/** The head finds it on the workbench, moves the rules to the front and postpones the report. */
export const confirmTopics = async (city: City): Promise<void> => {
  const page = await city.as('zuzhang')
  await goTo(page, '工作台')
  await page.getByRole('link', { name: `确定议题：${title}` }).click()
  await button(page, '确定议题').click()
  const form = dialog(page, /^确定议题/)
  await form.getByRole('button', { name: `上移：${rules}` }).click()
  await form.getByLabel(`暂缓上会的理由：${report}`).fill('材料待补充')
  await form.getByLabel('批示意见').fill('同意，先议细则。')
  await look(page, 'meeting-confirm')
  await button(form, '确定议题').click()
  await page.getByText('议题已定').first().waitFor()
}

export const reviewBefore = async (city: City): Promise<void> => {
  const office = await city.as('kaoping')
  await open(office)
  await button(office, '送预审').click()
  await button(dialog(office, /^送预审/), '送预审').click()
  await office.getByText('预审中').first().waitFor()
  const member = await city.as('fagai.zhuyao')
  await goTo(member, '工作台')
  await member.getByRole('link', { name: `提出预审意见：${title}` }).click()
  await button(member, '提出预审意见').click()
  const form = dialog(member, '提出预审意见')
  await form.getByRole('radio', { name: '建议修改' }).click()
  await form.getByLabel('具体意见').fill('建议增加容错条款')
  await look(member, 'meeting-opinion')
  await button(form, '提交').click()
  await member.getByRole('table', { name: '预审意见' }).getByText('建议增加容错条款').waitFor()
  await open(office)
  await button(office, '提出预审意见').click()
  const brought = dialog(office, '提出预审意见')
  await brought.getByLabel('成员', { exact: true }).click()
  await office.locator('.ant-select-item-option').filter({ hasText: '云岭市财政局' }).first().click()
  await chooseFile(office, brought.getByRole('button', { name: '选择扫描件' }), '财政局意见.pdf')
  await brought.getByText('财政局意见.pdf').waitFor()
  await button(brought, '提交').click()
  await office
    .getByRole('table', { name: '预审意见' })
    .getByText(/凭原件登记/)
    .waitFor()
}
