import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { save } from '../drafting/year-plan.ts'
import { button, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { yearPlan } from '../year/register.ts'
import { secondWindow } from './report.ts'

const nameOn = (page: Page): Locator => page.getByLabel('第 1 行指标名称')

const openIndicators = async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name: '指标体系' }).click()
  await nameOn(page).waitFor()
}

/** Two windows on one draft: the later save is refused with who saved before, and what it typed stays on screen. */
export const editPlanTwice = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await goTo(page, '考评方案')
  await page.getByRole('link', { name: yearPlan, exact: true }).click()
  await button(page, '修订').click()
  const asked = dialog(page, `修订：${yearPlan}`)
  await asked.getByLabel('理由').fill('指标名称订正')
  await button(asked, '修订').click()
  await asked.waitFor({ state: 'detached' })
  await openIndicators(page)
  const second = await secondWindow(page)
  await openIndicators(second)
  await nameOn(second).fill('后一个窗口的名称')
  await nameOn(page).fill('前一个窗口的名称㛃')
  await save(page)
  await button(second, '保存').click()
  await second
    .getByRole('alert')
    .getByText(/^此件已被他人修改：/)
    .waitFor()
  expect(await nameOn(second).inputValue()).toBe('后一个窗口的名称')
  await page.reload()
  await openIndicators(page)
  expect(await nameOn(page).inputValue()).toBe('前一个窗口的名称㛃')
  await second.close()
}
