import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { button, dialog } from './support/acts.ts'
import { launchBrowser, openDesk, picture } from './support/browser.ts'
import { loadRehearsal } from './support/city.ts'
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

  it('演练环境由系统管理员重新开始，一分钟内回到第一天；填报人没有这个按钮', async () => {
    const city = await loadRehearsal(browser, server.address)
    const reporter = await city.as('jiaotong.tianbao')
    await reporter.locator('header details summary').click()
    await reporter.getByRole('button', { name: '退出登录' }).waitFor()
    expect(await reporter.getByRole('button', { name: '重新开始演练' }).count()).toBe(0)
    const page = await city.as('xitong')
    await page.locator('header details summary').click()
    await page.getByRole('button', { name: '重新开始演练' }).click()
    const warning = dialog(page, /^重新开始/)
    await warning.getByText('演练中填写的内容、签字和留痕全部清除').waitFor()
    await picture(page, 'rehearsal-reset-warning')
    await button(warning, '重新开始').click()
    await page.getByRole('status').getByRole('progressbar', { name: '正在装入演练数据' }).waitFor()
    await picture(page, 'rehearsal-reset')
    await page.getByRole('heading', { name: '演练账号' }).waitFor({ timeout: 60_000 })
    await reporter.reload()
    await reporter.getByRole('heading', { name: '演练账号' }).waitFor()
    await city.close()
  })
})
