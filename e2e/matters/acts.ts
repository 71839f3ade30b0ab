import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { setUpGroup } from '../meetings/prepare.ts'
import { button, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'

const title = '考评实施细则（修订稿）'
const urgent = '迎接省级检查专项任务'

const open = async (page: Page, name = title): Promise<void> => {
  await goTo(page, '工作台')
  await goTo(page, '重要事项')
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

const opinions = (page: Page) => page.getByRole('table', { name: '征求意见情况' })

const write = async (page: Page, name: string, wording: string): Promise<void> => {
  await goTo(page, '重要事项')
  await button(page, '起草').click()
  const form = dialog(page, '起草重要事项')
  await form.getByLabel('事项名称').fill(name)
  await form.getByLabel('正文').fill(wording)
  await button(form, '保存').click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

export const draft = async (city: City): Promise<void> => {
  await setUpGroup(city)
  const page = await city.as('kaoping')
  await goTo(page, '重要事项')
  await page.getByText('还没有重要事项。').waitFor()
  await write(page, title, '一、加分上限\n加分上限为5分。\n二、施行日期\n自印发之日起施行。')
}

export const ask = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await button(page, '征求意见').click()
  const form = dialog(page, /^征求意见/)
  await form.getByRole('checkbox', { name: /云岭市发展和改革局/ }).check()
  await form.getByLabel('意见反馈截止').fill('2026-12-30')
  await look(page, 'matter-ask')
  await button(form, '发出').click()
  await page.getByText('正在征求意见').waitFor()
}

export const give = async (city: City): Promise<void> => {
  const page = await city.as('fagai.zhuyao')
  await goTo(page, '工作台')
  await page.getByRole('link', { name: new RegExp(`提出意见：${title.slice(0, 6)}`) }).click()
  await button(page, '提出意见').click()
  const form = dialog(page, /^提出意见/)
  await form.getByRole('radio', { name: '建议修改' }).click()
  await form.getByLabel('具体意见').fill('上限宜为3分')
  await button(form, '提交').click()
  await opinions(page).getByText('上限宜为3分').waitFor()
}

export const answerAndRevise = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await open(page)
  await button(page, '结束征求意见').click()
  await button(dialog(page, /^结束征求意见/), '结束征求意见').click()
  await page.getByText('修改完善').first().waitFor()
  await button(page, '登记采纳情况').click()
  const form = dialog(page, /^登记采纳情况/)
  await form.getByLabel(/采纳情况$/).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '部分采纳' }).first().click()
  await form.getByLabel(/采纳说明$/).fill('改为4分，与上级规定一致')
  await look(page, 'matter-answers')
  await button(form, '保存').click()
  await form.waitFor({ state: 'hidden' })
  await button(page, '报组长审定').click()
  const early = dialog(page, /^报组长审定/)
  await button(early, '报组长审定').click()
  await early.getByText('正文还没有改动').waitFor()
  await button(early, '取消').click()
  await button(page, '按意见修改').click()
  const edit = dialog(page, /^修改/)
  await edit.getByLabel('正文').fill('一、加分上限\n加分上限为4分。\n二、施行日期\n自印发之日起施行。')
  await button(edit, '保存').click()
  await page.getByRole('heading', { name: '与征求意见稿比较' }).waitFor()
  await expect.poll(() => page.locator('del').allTextContents()).toEqual(['5'])
  await expect.poll(() => page.locator('ins').allTextContents()).toEqual(['4'])
  await look(page, 'matter-revised')
  await button(page, '报组长审定').click()
  await button(dialog(page, /^报组长审定/), '报组长审定').click()
  await page.getByText('待审定').first().waitFor()
}

export const approve = async (city: City): Promise<void> => {
  const page = await city.as('zuzhang')
  await goTo(page, '工作台')
  await page.getByRole('link', { name: new RegExp(`审定：${title.slice(0, 6)}`) }).click()
  await button(page, '审定').click()
  const form = dialog(page, /^审定/)
  await form.getByLabel('审定意见').fill('同意印发。')
  await button(form, '审定').click()
  await page.getByText('已审定').first().waitFor()
  await look(page, 'matter-approved')
}

export const readReport = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await open(page)
  const file = await downloaded(page, page.getByRole('button', { name: '专报 .docx' }))
  const text = (await openDocx(file)).text.replace(/\s/g, '')
  for (const said of [title, '加分上限为4分', '征求意见情况', '上限宜为3分', '部分采纳：改为4分，与上级规定一致']) {
    expect(text).toContain(said)
  }
}

export const direct = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await write(page, urgent, '请审定迎检方案。')
  await button(page, '直接报组长').click()
  const form = dialog(page, /^直接报组长/)
  await form.getByLabel('理由').fill('省级检查组次日到达')
  await button(form, '直接报组长').click()
  await page.getByText('待审定').first().waitFor()
  await goTo(page, '重要事项')
  await page.getByRole('link', { name: urgent }).waitFor()
  await look(page, 'matter-list')
}
