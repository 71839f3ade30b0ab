import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refuseFiles, replaceFile, sayEffectiveDay } from './bad-input/evidence.ts'
import { refuseTables } from './bad-input/import.ts'
import { editPlanTwice } from './bad-input/plan.ts'
import { keepDraft, refuseFigures, reportOnce, reportTwice } from './bad-input/report.ts'
import { cutPaste, keepReason, scoreTwice } from './bad-input/scoring.ts'
import { launchBrowser } from './support/browser.ts'
import { type City, loadRehearsal } from './support/city.ts'
import { type RunningServer, startServer } from './support/server.ts'

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
})

/** What the browser itself answers for: words at the place, nothing lost, nothing twice. */
describe('填错、点错、传错', () => {
  it('数值填错，逐项说明，所填原样保留', () => refuseFigures(city))
  it('未报送就刷新页面，数值和理由都还在', () => keepDraft(city))
  it('连点两下，只报送一次', () => reportOnce(city))
  it('两个窗口同填一项，后报的被告知谁在何时改过，所填原样保留', () => reportTwice(city))
  it('空文件、内容与后缀不符的文件，就在该项材料下说明', () => refuseFiles(city))
  it('材料生效日期不能在今天以后', () => sayEffectiveDay(city))
  it('换新版本要有文件和理由，原件保留', () => replaceFile(city))
  it('登记表传错，说明错在哪里，什么都没有登记', () => refuseTables(city))
  it('扣分理由没存就刷新页面，原样还在', () => keepReason(city))
  it('粘贴的文字放不下，说明少了多少字', () => cutPaste(city))
  it('两个窗口写同一条扣分理由，后存的不覆盖，所填原样保留', () => scoreTwice(city))
  it('两个窗口同改一个方案，后存的不覆盖', () => editPlanTwice(city))
  it('各人的窗口没有报错，没有脚本被执行', () => {
    expect(city.troubles().filter((line) => !/status of (409|422)/.test(line))).toEqual([])
  })
})
