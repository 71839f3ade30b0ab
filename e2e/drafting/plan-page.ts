import type { Page } from 'playwright-core'
import { button, goTo, told } from '../support/acts.ts'
import type { RealCity } from './office.ts'

export const yearTitle = '云岭市2024年度绩效考评方案'

export const openTab = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('tab', { name }).click()

/** Saves what is on screen; the platform checks it again. */
export const save = async (page: Page): Promise<void> => {
  await button(page, '保存').click()
  await told(page, '已保存')
}

export const openYearPlan = async (city: RealCity, login: string): Promise<Page> => {
  const page = await city.as(login)
  await goTo(page, '考评方案')
  await page.getByRole('link', { name: yearTitle }).click()
  await page.getByRole('heading', { level: 1, name: yearTitle }).waitFor()
  return page
}
