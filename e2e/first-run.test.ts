import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest'
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

describe('首次启用', () => {
  it('演练环境：一键装入虚构城市，点一个岗位即可进入', async () => {
    const { page, close } = await openDesk(browser, server.address)
    await page.goto('/')
    await page.getByRole('radio', { name: '演练环境' }).check()
    await page.getByRole('button', { name: '装入演练环境' }).click()
    await page.getByRole('heading', { name: '演练账号' }).waitFor({ timeout: 120_000 })
    await picture(page, 'rehearsal-login')
    await page.getByRole('button', { name: /被考核单位负责人/ }).click()
    await page.getByRole('navigation', { name: '主菜单' }).waitFor()
    await picture(page, 'unit-head')

    await page.goto('/collection')
    await page.getByRole('button', { name: '帮助' }).click()
    const help = page.getByRole('dialog', { name: '帮助' })
    await help.getByText('核对填报人报送的数据').waitFor()
    await help.getByRole('link', { name: '按岗位的操作指引' }).click()
    await page.getByRole('heading', { name: '我的岗位：被考核单位负责人' }).waitFor()
    await picture(page, 'guide')
    await page.getByRole('link', { name: '监督人员' }).click()
    await page.getByText('jijian').waitFor()
    await picture(page, 'guide-of-a-post')
    await close()
  })
})
