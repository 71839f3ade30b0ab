import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { setUpGroup } from '../meetings/prepare.ts'
import { button, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'

const title = '四季度重点项目督查'
const subject = '重点项目开工率'
const unit = '云岭市发展和改革局'

const photograph = {
  name: '现场照片.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
}

const open = async (page: Page): Promise<void> => {
  await goTo(page, '工作台')
  await goTo(page, '督查整改')
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

const openVisit = async (page: Page): Promise<void> => {
  await open(page)
  await page.getByRole('table', { name: '走访情况' }).getByRole('link', { name: unit }).click()
  await page.getByRole('heading', { level: 1, name: unit }).waitFor()
}

const fromTasks = async (page: Page, name: RegExp): Promise<void> => {
  await goTo(page, '工作台')
  await page.getByRole('link', { name }).first().click()
}

export const draft = async (city: City): Promise<void> => {
  await setUpGroup(city)
  const page = await city.as('kaoping')
  await goTo(page, '督查整改')
  await page.getByText('还没有督查。').waitFor()
  await button(page, '起草督查方案').click()
  const form = dialog(page, '起草督查方案')
  await form.getByLabel('督查名称').fill(title)
  await form.getByLabel('依据').fill('2026年督查计划')
  await form.getByLabel('督查内容').fill(subject)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await form.getByLabel('被督查单位').fill(unit)
  await page.locator('.ant-select-item-option').filter({ hasText: unit }).first().click()
  await page.keyboard.press('Escape')
  await form.getByLabel('督查期间', { exact: true }).fill('2025-01-01')
  await form.getByLabel('督查期间止').fill('2026-12-31')
  await form.getByLabel('方式和要求').fill('查看项目现场和台账。')
  await look(page, 'supervision-draft')
  await button(form, '保存').click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await button(page, '报组长批准').click()
  await button(dialog(page, /^报组长批准/), '报组长批准').click()
  await page.getByText('待批准').first().waitFor()
  await look(page, 'supervision-to-order')
}

export const order = async (city: City): Promise<void> => {
  const page = await city.as('zuzhang')
  await fromTasks(page, new RegExp(`批准：${title}`))
  await button(page, '批准').click()
  const form = dialog(page, /^批准/)
  await form.getByLabel('批准意见').fill('同意，注意不增加单位负担。')
  await button(form, '批准').click()
  await page.getByText('实施中').first().waitFor()
  await page.getByRole('table', { name: '走访情况' }).getByText('待走访').waitFor()
}

export const record = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await fromTasks(page, new RegExp(`记录走访：${unit}`))
  await page.getByRole('heading', { level: 1, name: unit }).waitFor()
  await button(page, '记录走访').click()
  const form = dialog(page, /^记录走访/)
  await form.getByLabel('督查人员').fill('督查一组')
  await form.getByLabel('总体情况').fill('项目推进总体有序，台账基本完整。')
  await button(form, '增加问题').click()
  const finding = form.getByRole('group', { name: '问题1' })
  await finding.getByLabel('事实').fill('抽查10个入库项目，有2个未按期开工。')
  await finding.getByRole('radio', { name: '严重' }).click()
  await chooseFile(page, finding.getByRole('button', { name: '选择照片' }), photograph)
  await finding.getByText(photograph.name).waitFor()
  await button(form, '保存').click()
  await form.getByText('没有依据的不列为问题').waitFor()
  await finding.getByLabel('依据').fill('《重点项目管理办法》第三条')
  await look(page, 'supervision-notes')
  await button(form, '保存').click()
  await form.waitFor({ state: 'hidden' })
  await button(page, '送单位陈述').click()
  const sending = dialog(page, /^送单位陈述/)
  await sending.getByLabel('陈述截止').fill('2026-12-30')
  await button(sending, '送单位陈述').click()
  await page.getByText('待陈述').first().waitFor()
}

export const state = async (city: City): Promise<void> => {
  const page = await city.as('fagai.zhuyao')
  await fromTasks(page, new RegExp(`陈述意见：${unit}`))
  await page.getByText('抽查10个入库项目').waitFor()
  await button(page, '陈述意见').click()
  const form = dialog(page, /^陈述意见/)
  await form.getByLabel('陈述意见').fill('其中1个已于上周开工。')
  await button(form, '陈述意见').click()
  await page.getByRole('heading', { name: '单位陈述' }).waitFor()
}

export const settle = async (city: City): Promise<void> => {
  const page = await city.as('zhuren')
  await openVisit(page)
  await button(page, '认定问题').click()
  const form = dialog(page, /^认定问题/)
  await form.getByText('其中1个已于上周开工').waitFor()
  await form.getByLabel('整改通知书文号').fill('云督〔2026〕1号')
  await form.getByLabel('整改要求').fill('未开工项目年底前开工，逐个明确责任人。')
  await form.getByLabel('整改时限').fill('2026-12-31')
  await look(page, 'supervision-settle')
  await button(form, '认定问题').click()
  await page.getByText('已处理').first().waitFor()
  await look(page, 'supervision-visit')
  const notice = await downloaded(page, page.getByRole('button', { name: '整改通知书 .docx' }))
  const text = (await openDocx(notice)).text.replace(/\s/g, '')
  for (const said of ['云督〔2026〕1号', unit, '有2个未按期开工', '第三条', '黄色督办', '逐个明确责任人']) {
    expect(text).toContain(said)
  }
}

export const putRight = async (city: City): Promise<void> => {
  const page = await city.as('fagai.zhuyao')
  await fromTasks(page, new RegExp(`报整改方案：${subject}`))
  await button(page, '报整改方案').click()
  const plan = dialog(page, /^报整改方案/)
  await plan.getByLabel('整改措施').fill('每周调度，分两批开工。')
  await plan.getByLabel('整改责任人').fill('陈某某，投资科科长')
  await button(plan, '报整改方案').click()
  await page.getByText('每周调度，分两批开工。').first().waitFor()
  await button(page, '报告完成').click()
  const report = dialog(page, /^报告完成/)
  await report.getByLabel('完成情况').fill('2个项目均已开工。')
  await chooseFile(page, report.getByRole('button', { name: '选择文件' }), '开工令.pdf')
  await report.getByText('开工令.pdf').waitFor()
  await button(report, '报告完成').click()
  await page.getByText('待复查').first().waitFor()
}

export const recheck = async (city: City): Promise<void> => {
  const finder = await city.as('kaoping')
  await goTo(finder, '督查整改')
  await finder.getByRole('link', { name: '整改台账' }).click()
  await finder.getByRole('link', { name: /未开工项目年底前开工/ }).click()
  await finder.getByRole('heading', { level: 1, name: subject }).waitFor()
  expect(await button(finder, '复查销号').count()).toBe(0)
  const page = await city.as('zhuren')
  await fromTasks(page, new RegExp(`复查销号：${subject}`))
  await button(page, '复查销号').click()
  const form = dialog(page, /^复查销号/)
  await form.getByLabel('复查情况').fill('现场查看，2个项目均已开工。')
  await button(form, '复查销号').click()
  await page.getByText('已销号').first().waitFor()
  await look(page, 'supervision-item')
}

export const urge = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await goTo(page, '督查整改')
  await page.getByRole('link', { name: '整改台账' }).click()
  const table = page.getByRole('table', { name: '整改台账' })
  await table.getByText('黄色督办').waitFor()
  await look(page, 'supervision-register')
  const register = await downloaded(page, page.getByRole('button', { name: '整改台账 .docx' }))
  expect((await openDocx(register)).text).toContain('已销号1项')
  await downloaded(page, page.getByRole('button', { name: '导出 Excel' }))
}

export const conclude = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await open(page)
  await button(page, '结束并起草通报').click()
  const form = dialog(page, /^结束并起草通报/)
  await form.getByLabel('总体评价').fill('各单位高度重视，项目推进总体有序。')
  await button(form, '结束并起草通报').click()
  await page.getByText('已结束').first().waitFor()
  await look(page, 'supervision-concluded')
  await page.getByRole('link', { name: '查看通报' }).click()
  await page.getByRole('heading', { level: 1, name: `关于${title}情况的通报` }).waitFor()
  await page.getByText('有2个未按期开工').first().waitFor()
  await look(page, 'supervision-circular')
  await goTo(page, '督查整改')
  await page.getByRole('link', { name: title }).waitFor()
  await look(page, 'supervision-list')
}
