import type { Locator, Page } from 'playwright-core'
import { rehearsalPassword } from '../../packages/rehearsal/src/accounts.ts'
import { button, dialog, goTo } from '../support/acts.ts'

export const title = '企业满意度评议'
export const runner = 'fagai.ke3'

export const openRound = async (page: Page): Promise<void> => {
  await goTo(page, '工作台')
  await goTo(page, '评议')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** A weighty act asks for the password where the last proof is too old. */
export const proved = async (page: Page, waited: Locator): Promise<void> => {
  const asked = dialog(page, '请再次确认身份')
  await waited.or(asked).first().waitFor()
  if (!(await asked.isVisible())) return
  await asked.getByLabel('密码', { exact: true }).fill(rehearsalPassword)
  await button(asked, '确认').click()
  await waited.waitFor()
}

export const addUnit = async (page: Page, form: Locator, unit: string): Promise<void> => {
  await form.getByLabel('添加评价人单位').click()
  await page.keyboard.type(unit)
  await page.locator('.ant-select-item-option').filter({ hasText: unit }).first().click()
  await form.getByRole('button', { name: `移除 ${unit}` }).waitFor()
}
