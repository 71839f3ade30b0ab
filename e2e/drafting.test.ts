import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  acceptAsPrinted,
  beginLeadPlan,
  draftDuties,
  draftIndicators,
  issueLeadPlan,
  mendLeadPlan,
  registerRevision,
  reviseLeadPlan,
} from './drafting/lead-plan.ts'
import { begin, type RealCity, realCityAt } from './drafting/office.ts'
import { importPeople, importUnits, registerAdministrators } from './drafting/organisation.ts'
import { checkYearPlan, draftYearPlan, issueYearPlan } from './drafting/year-plan.ts'
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
  it('绩效办主任印发年度方案', () => issueYearPlan(city))
  it('牵头单位据年度方案起草实施方案，条目、分值、承担单位自动带入', () => beginLeadPlan(city))
  it('五项指标：评分标准照原文填写、口径、指标卡片、台账目录', () => draftIndicators(city))
  it('责任分工（含只对一部分负责）、进度、数据来源、目标值、附件暂缺', () => draftDuties(city))
  it('必须处理的逐项改正', () => mendLeadPlan(city))
  it('提请注意的由科室负责人写明理由，按原文执行', () => acceptAsPrinted(city))
  it('印发前再次输入密码', () => issueLeadPlan(city, server.passSixMinutes))
  it('已印发的不能改；修订另起一版，写明理由，两版可比对', () => reviseLeadPlan(city))
  it('修订稿按已印发文件补录', () => registerRevision(city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => {
    // A wrong code, an old password and a wrong one are refused on purpose; the browser logs each.
    expect(city.troubles().filter((line) => !/ 401 | 403 /.test(line))).toEqual([])
  })
})
