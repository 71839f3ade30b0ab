import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { button, goTo } from '../support/acts.ts'
import { type Desk, openDesk } from '../support/browser.ts'
import { type City, cityAt } from '../support/city.ts'
import { look } from '../support/look.ts'
import type { RunningServer } from '../support/server.ts'

/** One password for all the invented people of this city; each sets it alone, by the link given to them. */
export const password = '晨光初照-Lantern-7'

/** A real directory at its first hour: nobody may sign in who was not let in by the security administrator. */
export interface RealCity extends City {
  /** The one who was made by the one-time code. */
  readonly security: () => Promise<Page>
  /** Opens the link as its owner would, at another desk, and sets the password. */
  readonly letIn: (login: string, link: string, name?: string) => Promise<void>
}

export const securityLogin = '安全员'

const setPassword = async (desk: Desk, login: string, link: string, name: string | undefined): Promise<void> => {
  const { page } = desk
  await page.goto(link)
  await page.getByLabel('新密码', { exact: true }).fill(password)
  await page.getByLabel('再输一次', { exact: true }).fill(password)
  if (name) await look(page, name)
  await button(page, '设置密码').click()
  await page.getByText(`请用登录名 ${login} 和刚设置的密码登录`).waitFor()
}

export const realCityAt = (browser: Browser, server: RunningServer): RealCity => {
  const city = cityAt(browser, server.address, password)
  return {
    ...city,
    security: () => city.as(securityLogin),
    letIn: async (login, link, name) => {
      const desk = await openDesk(browser, server.address)
      await setPassword(desk, login, link, name)
      await desk.close()
    },
  }
}

export const fill = (within: Page | Locator, label: string, text: string): Promise<void> =>
  within.getByLabel(label, { exact: true }).fill(text)

/** Chooses in a drop-down, typing what is looked for where it can be searched. */
export const choose = async (within: Page | Locator, label: string | RegExp, option: string): Promise<void> => {
  const box = within.getByRole('combobox', { name: label, exact: typeof label === 'string' })
  await box.click()
  const page = 'page' in within ? within.page() : within
  const shown = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
  if (await box.isEditable()) await box.fill(option)
  await shown.getByTitle(option, { exact: true }).last().click()
}

/** 首次启用: a wrong code is refused, the right one makes the security administrator, who signs in. */
export const begin = async (browser: Browser, server: RunningServer, city: RealCity): Promise<void> => {
  const { page, close } = await openDesk(browser, server.address)
  await page.goto('/')
  await page.getByRole('radio', { name: '正式使用' }).check()
  await fill(page, '启用码', 'WRONGONE')
  await fill(page, '单位全称', '云岭市绩效考评工作领导小组办公室')
  await fill(page, '安全管理员姓名', '郑若谷')
  await fill(page, '登录名', securityLogin)
  await fill(page, '新密码', password)
  await fill(page, '再输一次', password)
  await button(page, '启用').click()
  await page.getByText('启用码不正确').waitFor()
  await look(page, 'first-run-refused')
  await fill(page, '启用码', server.code)
  await button(page, '启用').click()
  await page.waitForURL('**/login**')
  await close()
  const security = await city.security()
  await goTo(security, '组织人员', '人员任职')
  await look(security, 'people-first')
  expect(
    await security.getByRole('link', { name: '评分', exact: true }).count(),
    'administrators see no business',
  ).toBe(0)
}

/** A block copied from Word or Excel, put in where the cursor stands. */
export const paste = async (into: Locator, text: string): Promise<void> => {
  await into.focus()
  await into.evaluate((element, copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', copied)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

export const setDay = async (within: Page | Locator, label: string, day: string): Promise<void> => {
  const box = within.getByLabel(label, { exact: true })
  await box.fill(day)
  await box.press('Enter')
}
