import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser, openDesk, picture } from './support/browser.ts'
import { type RunningServer, startServer } from './support/server.ts'

let browser: Browser
let server: RunningServer

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.stop())

const password = '晨光初照-Lantern-7'

describe('首次启用', () => {
  it('正式使用：凭终端打印的启用码建立安全管理员，其只见组织人员', async () => {
    const { page, troubles, close } = await openDesk(browser, server.address)
    await page.goto('/')
    await page.getByRole('radio', { name: '正式使用' }).check()
    await picture(page, 'first-run-real')
    const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
    await fill('启用码', 'WRONGONE')
    await fill('单位全称', '云岭市绩效办')
    await fill('安全管理员姓名', '郑若谷')
    await fill('登录名', '安全员')
    for (const box of await page.locator('input[type=password]').all()) await box.fill(password)
    await page.getByRole('button', { name: /启\s*用/ }).click()
    await page.getByText('启用码不正确').waitFor()
    await fill('启用码', server.code)
    await page.getByRole('button', { name: /启\s*用/ }).click()
    await page.waitForURL('**/login**')
    await fill('登录名', '安全员')
    await fill('密码', password)
    await page.getByRole('button', { name: /登\s*录/ }).click()
    await page.getByText('郑若谷').first().waitFor()
    await picture(page, 'security-admin')
    expect(await page.getByRole('link', { name: '评分', exact: true }).count()).toBe(0)
    // The wrong code is a refusal on purpose; the browser logs it.
    expect(troubles.filter((line) => !line.includes('403') && !line.includes('401') && !line.includes('409'))).toEqual(
      [],
    )
    await close()
  })

  it('演练环境：一键装入虚构城市，点一个岗位即可进入', async () => {
    const { page, close } = await openDesk(browser, server.address)
    await page.goto('/')
    await page.getByRole('radio', { name: '演练环境' }).check()
    await page.getByRole('button', { name: '装入演练环境' }).click()
    await page.getByRole('heading', { name: '演练账号' }).waitFor({ timeout: 120_000 })
    await picture(page, 'rehearsal-login')
    await page.getByRole('button', { name: /被考核单位负责人/ }).click()
    await page.getByText('演练环境').first().waitFor()
    await picture(page, 'unit-head')
    await close()
  })
})
