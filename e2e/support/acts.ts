import type { Locator, Page } from 'playwright-core'
import { rehearsalPassword } from '../../packages/rehearsal/src/accounts.ts'

/** antd puts a space between the two characters of a short button. */
export const buttonName = (words: string): RegExp => new RegExp(`^${[...words].join('\\s*')}$`)

export const button = (within: Page | Locator, words: string): Locator =>
  within.getByRole('button', { name: buttonName(words) })

export const goTo = async (page: Page, menu: string, heading: string = menu): Promise<void> => {
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: menu, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

/** The dialog that stands before an act with weight. */
export const dialog = (page: Page, title: string | RegExp): Locator => page.getByRole('dialog', { name: title })

/** Chooses from a list by what an option says. */
export const chooseOption = async (
  page: Page,
  within: Locator,
  label: string,
  option: string | RegExp,
): Promise<void> => {
  await within.getByLabel(label).click()
  await page.getByRole('option', { name: option }).first().waitFor({ state: 'attached' })
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click()
}

/** What the platform says after an act, at the edge of the window. */
export const told = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('status').getByText(words).last().waitFor()

/** Waits for what an act says; answers 请再次确认身份 with the password where more than five minutes passed since the last. */
export const toldOnceProved = async (page: Page, words: string | RegExp): Promise<void> => {
  const notice = page.getByRole('status').getByText(words).last()
  const asked = dialog(page, '请再次确认身份')
  await notice.or(asked).first().waitFor()
  if (await asked.isVisible()) {
    await asked.getByLabel('密码', { exact: true }).fill(rehearsalPassword)
    await button(asked, '确认').click()
  }
  await notice.waitFor()
}
