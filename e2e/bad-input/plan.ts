import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { save } from '../drafting/plan-page.ts'
import { button, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { yearPlan } from '../year/register.ts'
import { secondWindow } from './report.ts'
import { nameOf } from './who.ts'

const nameOn = (page: Page): Locator => page.getByLabel('第 1 行指标名称')

const openIndicators = async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name: '指标体系' }).click()
  await nameOn(page).waitFor()
}

/** Of two pages on one draft the later save is refused with who saved before, and what was typed there stays on screen. */
const saveBoth = async (first: Page, second: Page, who: string): Promise<void> => {
  await openIndicators(first)
  await openIndicators(second)
  const [kept, typed] = [`${who}先存的名称㛃`, '后存的名称']
  await nameOn(second).fill(typed)
  await nameOn(first).fill(kept)
  await save(first)
  await button(second, '保存').click()
  await second
    .getByRole('alert')
    .getByText(new RegExp(`^此件已被他人修改：${who}于.*您的修改尚未保存`))
    .waitFor()
  expect(await nameOn(second).inputValue()).toBe(typed)
  await first.reload()
  await openIndicators(first)
  expect(await nameOn(first).inputValue()).toBe(kept)
}

export const editPlanTwice = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await goTo(page, '考评方案')
  await page.getByRole('link', { name: yearPlan, exact: true }).click()
  await button(page, '修订').click()
  const asked = dialog(page, `修订：${yearPlan}`)
  await asked.getByLabel('理由').fill('指标名称订正')
  await button(asked, '修订').click()
  await asked.waitFor({ state: 'detached' })
  await nameOn(page)
    .or(page.getByRole('tab', { name: '指标体系' }))
    .first()
    .waitFor()
  const second = await secondWindow(page)
  await saveBoth(page, second, nameOf('kaoping'))
  await second.close()
}

/** The same with two people, each at a desk of their own. */
export const editPlanAsTwo = async (city: City): Promise<void> => {
  const [staff, colleague] = [await city.as('kaoping'), await city.as('huizong')]
  await colleague.goto(staff.url())
  await saveBoth(colleague, staff, nameOf('huizong'))
}

/** A click that comes before the answer to a search still meets what it was aimed at. */
export const chooseWhileSearching = async (city: City): Promise<void> => {
  const page = await city.as('huizong')
  const boxes = page.getByRole('combobox', { name: /牵头评分单位$/ })
  const box = boxes.first()
  const field = page.locator('.ant-select').filter({ has: boxes }).first()
  await field.getByText('云岭市发展和改革局', { exact: true }).waitFor()
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
  const unit = (name: string): Locator => list.getByTitle(name, { exact: true })
  await box.click()
  await unit('云岭市财政局').waitFor()
  let answer = (): void => undefined
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  const units = /\/api\/units\?/
  await page.route(units, async (route) => {
    await held
    await route.continue()
  })
  await box.fill('𠮷𠮷')
  await list.getByText('正在查找…').first().waitFor()
  await box.fill('财政局')
  await box.fill('财政')
  await list.getByText('正在查找…').first().waitFor()
  await unit('云岭市财政局').click()
  answer()
  await field.getByText('云岭市财政局', { exact: true }).waitFor()
  await page.unroute(units)
  await box.click()
  await box.fill('𠮷𠮷')
  await list.getByText('没有符合的选项，请换个说法再找').waitFor()
  await page.keyboard.press('Escape')
}
