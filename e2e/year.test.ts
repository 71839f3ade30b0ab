import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, note } from './support/browser.ts'
import { type City, loadRehearsal } from './support/city.ts'
import { seriousViolations } from './support/look.ts'
import { type RunningServer, startServer } from './support/server.ts'
import { closeData, confirmReported, reportLate } from './year/collection.ts'

let browser: Browser
let server: RunningServer
let city: City

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
  city = await loadRehearsal(browser, server.address)
})
afterAll(async () => {
  await city?.close()
  await browser?.close()
  await server?.stop()
  await note('wcag-serious.json', JSON.stringify(Object.fromEntries(seriousViolations), null, 2))
})

/** One story in many chapters: each begins where the one before ended. */
describe('一个考评年度，由各岗位在浏览器里办完', () => {
  it('逾期单位从待办报送数据，写明原因，上传佐证', () => reportLate(city))
  it('单位负责人确认，缺件写明说明', () => confirmReported(city))
  it('责任科室关闭数据', () => closeData(city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => expect(city.troubles()).toEqual([]))
})
