import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { begin, type RealCity, realCityAt } from './drafting/office.ts'
import { importPeople, importUnits, registerAdministrators } from './drafting/organisation.ts'
import { checkYearPlan, draftYearPlan } from './drafting/year-plan.ts'
import { launchBrowser } from './support/browser.ts'
import { type RunningServer, startServer } from './support/server.ts'

let browser: Browser
let server: RunningServer
let city: RealCity

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
  city = realCityAt(browser, server)
})
afterAll(async () => {
  await city?.close()
  await browser?.close()
  await server?.stop()
})

/** One story in many chapters: each begins where the one before ended. */
describe('正式启用的第一天：从启用码到方案印发，都在浏览器里办', () => {
  it('凭启用码建立安全管理员，码不对不能启用', () => begin(browser, server, city))
  it('另两类管理员、一名绩效办工作人员凭一次性链接设置密码', () => registerAdministrators(city))
  it('单位、科室用 Excel 登记：有错的整表退回并逐格标注，改好后一次登记', () => importUnits(city))
  it('人员、任职用 Excel 登记', () => importPeople(city))
  it('绩效办起草年度方案：指标、分组、任务、进度、设定', () => draftYearPlan(city))
  it('方案校核：分值不合计是必须处理，按平台建议改正', () => checkYearPlan(city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => expect(city.troubles()).toEqual([]))
})
