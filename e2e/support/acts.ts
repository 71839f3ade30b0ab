import type { Locator, Page } from 'playwright-core'
import { rehearsalPassword } from '../../packages/rehearsal/src/accounts.ts'

/** antd puts a space between the two characters of a short button. */
export const buttonName = (words: string): RegExp => new RegExp(`^${[...words].join('\\s*')}$`)

export const button = (within: Page | Locator, words: string): Locator =>
  within.getByRole('button', { name: buttonName(words) })

export const goTo = async (page: Page, menu: string): Promise<void> => {
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: menu, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: menu }).waitFor()
}

/** The dialog that stands before an act with weight. */
export const dialog = (page: Page, title: string | RegExp): Locator => page.getByRole('dialog', { name: title })

/** Answers 请再次确认身份, which an act with weight asks once in five minutes. */
export const proveIdentity = async (page: Page): Promise<void> => {
  const asked = dialog(page, '请再次确认身份')
  await asked.getByLabel('密码', { exact: true }).fill(rehearsalPassword)
  await button(asked, '确认').click()
  await asked.waitFor({ state: 'hidden' })
}

/** What the platform says after an act, at the edge of the window. */
export const told = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('status').getByText(words).last().waitFor()
