import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { button, dialog } from '../support/acts.ts'
import { look } from '../support/look.ts'
import { choose, fill, type RealCity } from './office.ts'
import { clerk } from './organisation.ts'
import { openTab, openYearPlan, save } from './plan-page.ts'

/** Components by weight; the second is wrong at first, and a percent sign is taken as it is typed. */
export const fillWeights = async (page: Page): Promise<void> => {
  await page.getByText('不设权重').waitFor()
  await fill(page, '高质量发展 权重', '６０％')
  await page.getByText('有权重未填').waitFor()
  await fill(page, '财政绩效 权重', '30')
  await page.getByText('各组成部分权重合计 90%，应为 100%。').waitFor()
}

/** 加减分: two classes with a cap each and a cap of all; the page says where they are entered. */
export const fillCredits = async (page: Page): Promise<void> => {
  await choose(page, '加减分', '设')
  await page.getByText('加减分由单位申报、职能单位提出').waitFor()
  await fill(page, '加分合计封顶（分）', '５')
  await fill(page, '凭什么认定', '省级以上表彰、通报文件')
  await button(page, '添加加减分类别').click()
  await fill(page, '第 1 类名称', '表彰奖励')
  await fill(page, '第 1 类封顶（分）', '3')
  await button(page, '添加加减分类别').click()
  await fill(page, '第 2 类名称', '通报批评')
  await choose(page, '第 2 类是加分还是减分', '减分')
  await fill(page, '第 2 类封顶（分）', '三分')
}

/** 否决 and 门槛, each with who establishes it and what it does. */
export const fillGates = async (page: Page): Promise<void> => {
  await choose(page, '一票否决', '设')
  await fill(page, '哪些情形', '发生重大生产安全事故的；被通报批评的')
  await button(page, '添加否决、门槛事项').click()
  await fill(page, '第 1 项名称', '重大生产安全事故')
  await fill(page, '第 1 项由谁认定', '市应急管理局')
  await button(page, '添加否决、门槛事项').click()
  await fill(page, '第 2 项名称', '被通报批评')
  await choose(page, '第 2 项后果', '等次不高于')
  await choose(page, '第 2 项哪个等次', '良好')
}

/** What 方案校核 says of them is mended where it points: weights that make no 100%, a cap that is no number. */
export const mendArithmetic = async (page: Page): Promise<void> => {
  await page.getByText('各组成部分权重合计90%，不是100%').waitFor()
  await page.getByText('类别“通报批评”的封顶“三分”应为不小于0的数').waitFor()
  await openTab(page, '指标体系')
  await fill(page, '财政绩效（含预算管理） 权重', '40')
  await openTab(page, '设定')
  await fill(page, '第 2 类封顶（分）', '3')
  await choose(page, '被否决、限制评优的单位', '受限单位计入基数，名额递补')
  await save(page)
  await look(page, 'year-arithmetic')
  await openTab(page, /方案校核/)
  expect(await page.getByText(/权重合计|封顶“/).count()).toBe(0)
}

/** Issued, all of it is read and nothing can be changed. */
export const readArithmetic = async (page: Page): Promise<void> => {
  await openTab(page, '设定')
  expect(await page.getByLabel('加分合计封顶（分）').inputValue()).toBe('5')
  expect(await page.getByLabel('减分合计封顶（分）').inputValue()).toBe('不封顶')
  expect(await page.getByLabel('第 2 项名称').inputValue()).toBe('被通报批评')
  expect(await page.getByLabel('第 1 类名称').isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: /添加|删除/ }).count()).toBe(0)
  await look(page, 'year-settings-issued')
  await openTab(page, '指标体系')
  expect(await page.getByLabel('高质量发展 权重').inputValue()).toBe('60')
  await look(page, 'year-indicators-issued')
  await openTab(page, '概况')
  await page.getByText('按权重：高质量发展 60% ＋ 财政绩效（含预算管理） 40%').waitFor()
  await page.getByRole('row', { name: /云岭市财政局.*待其实施方案指定/ }).waitFor()
  await look(page, 'year-own-items')
}

/** A revision is compared with the version in force in the words of its page, and given up: the version in force stands. */
export const compareYearPlan = async (city: RealCity): Promise<void> => {
  const page = await openYearPlan(city, clerk.login)
  await button(page, '修订').click()
  const asked = dialog(page, /^修订：/)
  await asked.getByLabel('理由').fill('领导小组会议调整加分封顶')
  await button(asked, '修订').click()
  await asked.waitFor({ state: 'detached' })
  await openTab(page, '设定')
  await fill(page, '加分合计封顶（分）', '8')
  await save(page)
  await openTab(page, '版本与比对')
  const row = page.getByRole('table', { name: '版本比对' }).getByRole('row', { name: /加减分/ })
  await row.getByText(/加分合计封顶 5 分.*表彰奖励（加分，封顶 3 分）/).waitFor()
  await row.getByText(/加分合计封顶 8 分/).waitFor()
  await look(page, 'year-compared')
  await button(page, '放弃草稿').click()
  const given = dialog(page, /^放弃草稿：/)
  await given.getByLabel('理由').fill('会议未通过')
  await button(given, '放弃草稿').click()
  await given.waitFor({ state: 'detached' })
  await page.getByText('已印发').first().waitFor()
  await openTab(page, '设定')
  await expect.poll(() => page.getByLabel('加分合计封顶（分）').inputValue()).toBe('5')
}
