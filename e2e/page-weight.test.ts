import { readdir } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rehearsalPassword } from '../packages/rehearsal/src/accounts.ts'
import { launchBrowser } from './support/browser.ts'
import { loadRehearsal } from './support/city.ts'
import { type RunningServer, startServer } from './support/server.ts'
import { forLater, isForLater, type Weight, weighLogin, weighWorkbench } from './support/weigh.ts'

let browser: Browser
let server: RunningServer

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
  await (await loadRehearsal(browser, server.address)).close()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const expectLight = ({ foreign, bytes, scripts }: Weight, kilobytes: number) => {
  expect(foreign, 'requests to other hosts').toEqual([])
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes / 1024).toBeLessThanOrEqual(kilobytes)
  expect(scripts.filter(isForLater)).toEqual([])
}

describe('首次打开的页面', () => {
  it('图表和编辑器各是单独的文件', async () => {
    const built = await readdir(new URL('../apps/web/dist/assets', import.meta.url))
    expect(forLater.filter((name) => !built.some((file) => file.startsWith(`${name}-`)))).toEqual([])
  })

  it('登录页冷载不超过 300 KB（gzip），不向外部请求', async () => {
    expectLight(await weighLogin(browser, server.address), 300)
  })

  it('工作台连同待办冷载不超过 400 KB（gzip），不载入图表和编辑器', async () => {
    const account = { login: 'fagai.ke1', password: rehearsalPassword }
    expectLight(await weighWorkbench(browser, server.address, account), 400)
  })
})
