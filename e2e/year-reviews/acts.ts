import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { button, chooseOption, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'

const title = '2025年度绩效考评总结复盘'
const practice = '重大项目专班推进，按月会商'
const wanted = '服务业指标分三档计分'

const open = async (page: Page): Promise<void> => {
  await goTo(page, '工作台')
  await goTo(page, '总结复盘')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

export const begin = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await goTo(page, '总结复盘')
  await page.getByText('还没有总结复盘。').waitFor()
  await button(page, '发起总结复盘').click()
  const form = dialog(page, '发起总结复盘')
  await form.getByLabel('征集内容').fill('请总结经验做法、存在问题，对下年方案提出改进建议。')
  await form.getByLabel('征集截止').fill('2026-01-20')
  await look(page, 'review-begin')
  await button(form, '发起').click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

export const bring = async (city: City): Promise<void> => {
  const unit = await city.as('jiaotong.tianbao')
  await open(unit)
  await button(unit, '提出意见').click()
  const form = dialog(unit, /^提出意见/)
  await form.getByLabel('内容').fill(practice)
  await button(form, '提交').click()
  await unit.getByRole('table', { name: '经验做法' }).getByText(practice).waitFor()

  const section = await city.as('fagai.ke2')
  await open(section)
  await button(section, '提出意见').click()
  const asked = dialog(section, /^提出意见/)
  await asked.getByRole('radio', { name: '改进建议' }).click()
  await chooseOption(section, asked, '指标', /消费经济|第三产业|发展/)
  await asked.getByLabel('内容').fill('每少1家扣0.5分，档次过密')
  await button(asked, '提交').click()
  await asked.getByText('改进建议须写明下年方案怎样改').waitFor()
  await asked.getByLabel('下年方案怎样改').fill(wanted)
  await look(section, 'review-contribute')
  await button(asked, '提交').click()
  await section.getByRole('table', { name: '改进建议' }).getByText(wanted).waitFor()
  expect(await section.getByText(practice).count()).toBe(0)
}

export const close = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await open(page)
  await button(page, '结束征集').click()
  const form = dialog(page, /^结束征集/)
  await form.getByText('已有 2 个单位提出 2 条意见').waitFor()
  await button(form, '结束征集').click()
  await page.getByText('汇总中').first().waitFor()
}

export const answer = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await button(page, '登记采纳情况').click()
  const form = dialog(page, /^登记采纳情况/)
  for (const number of ['第 1 条', '第 2 条']) {
    await form.getByLabel(`${number}采纳情况`).click()
    await page
      .locator('.ant-select-item-option:visible')
      .filter({ hasText: /^采纳$/ })
      .click()
  }
  await look(page, 'review-answer')
  await button(form, '保存').click()
  await form.waitFor({ state: 'hidden' })
}

export const summarise = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await button(page, '撰写总结').click()
  const form = dialog(page, /^撰写总结/)
  await form.getByLabel('总结正文').fill('一、总体情况\n考评工作按方案完成。')
  await button(form, '引入采纳的意见').click()
  await look(page, 'review-summary')
  await button(form, '保存').click()
  await form.waitFor({ state: 'hidden' })
  await button(page, '报请审定').click()
  await button(dialog(page, /^报请审定/), '报请审定').click()
  await page.getByText('待审定').first().waitFor()
}

export const take = async (city: City): Promise<void> => {
  const page = await city.as('zuzhang')
  await goTo(page, '工作台')
  await page.getByRole('link', { name: `审定：${title}` }).click()
  await look(page, 'review-to-take')
  await button(page, '审定').click()
  const form = dialog(page, /^审定/)
  await form.getByLabel('审定意见').fill('同意，经验做法印发各单位学习。')
  await button(form, '审定').click()
  await page.getByText('已审定').first().waitFor()
  const office = await city.as('kaoping')
  await open(office)
  const file = await downloaded(office, office.getByRole('button', { name: '总结复盘报告 .docx' }))
  const text = (await openDocx(file)).text.replaceAll(/\s/g, '')
  for (const said of [title, '考评工作按方案完成', practice, wanted]) expect(text).toContain(said)
  const unit = await city.as('jiaotong.tianbao')
  await open(unit)
  await unit.getByRole('table', { name: '改进建议' }).getByText(wanted).waitFor()
}

export const carry = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await goTo(page, '考评方案')
  await button(page, '起草方案').click()
  const begun = dialog(page, '起草方案')
  await look(page, 'review-next-plan')
  await begun.getByLabel('标题').fill('云岭市2026年度绩效考评方案')
  await button(begun, '起草').click()
  await page.getByRole('heading', { level: 1, name: '云岭市2026年度绩效考评方案' }).waitFor()
  await open(page)
  await button(page, '列入下年方案').click()
  const form = dialog(page, /^列入下年方案/)
  await form.getByText(wanted).waitFor()
  await button(form, '列入').click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText('已将采纳的改进建议列入').waitFor()
  await page.getByLabel('与本年度方案比对').click()
  await page.locator('.ant-select-item-option').filter({ hasText: '2026年度' }).first().click()
  await page.getByRole('table', { name: '版本比对' }).getByText('2026').first().waitFor()
  await look(page, 'review-carried')
  await page.getByRole('link', { name: '云岭市2026年度绩效考评方案' }).click()
  await page.getByRole('article').filter({ hasText: wanted }).getByRole('link', { name: '看总结复盘' }).waitFor()
  await look(page, 'review-finding')
}
