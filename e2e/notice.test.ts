import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adjustPlan } from './notice/adjust.ts'
import { chooseFields, compareRevision, dropNotice, makeDraft, refuseFile, settleFinding } from './notice/import.ts'
import { draftYearPlan, jumpToWords, takeRevision } from './notice/year-plan.ts'
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

/** One story: each step begins where the one before ended. */
describe('从一份通知到方案草稿', () => {
  it('不能读的文件说明原因', () => refuseFile(city))
  it('把通知拖到页面上，原文和字段并排，点一边找到另一边', () => dropNotice(city))
  it('更正、待问，其余全部采用', () => chooseFields(city))
  it('发现的问题写明如何处理', () => settleFinding(city))
  it('修订后重新导入，方案对方案比对', () => compareRevision(city))
  it('生成方案草稿：指标和分值都在，未处理的意见进入方案校核', () => makeDraft(city))
  it('年度方案：任务分解、等次、一票否决都进草稿，环节类别可以更正', () => draftYearPlan(city))
  it('从方案的一行到原文，再从原文回到那一行', () => jumpToWords(city))
  it('修订文件并入同一方案，手工改过的保留并列入校核', () => takeRevision(city))
  it('调整文件的每处改动列入方案校核，点一次写入一处', () => adjustPlan(city))
  it('窗口没有报错，也没有向外部发出请求', () => {
    expect(city.troubles().filter((line) => !/status of 422/.test(line))).toEqual([])
  })
})
