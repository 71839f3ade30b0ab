import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, note } from './support/browser.ts'
import { type City, loadRehearsal } from './support/city.ts'
import { seriousViolations } from './support/look.ts'
import { type RunningServer, startServer } from './support/server.ts'
import { closeData, confirmReported, reportLate } from './year/collection.ts'
import { seeWhatIsMissing } from './year/result.ts'
import { askWhy, scoreIndicator, scoreOwnUnit } from './year/scoring.ts'
import { adopt, drawSample, signAgain, visit, waive } from './year/verification.ts'

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
  it('经办人写明扣分理由并签字，科室负责人第二人签字', () => scoreIndicator(city))
  it('本单位由替代科室采集、评分、签字', () => scoreOwnUnit(city))
  it('点开得分即见规则、数据和计分过程', () => askWhy(city))
  it('替代科室的评分表写明理由，不作现场核验', () => waive(city))
  it('监督人见证，随机抽样，抽样记录留存', () => drawSample(city))
  it('打印并登记双方签字的核验记录，提出评分意见', () => visit(city))
  it('经办人采纳意见，原签字失效', () => adopt(city))
  it('补签表由两人重新签字，核验办结', () => signAgain(city))
  it('锁定前，结果页列明还缺什么、由谁办理', () => seeWhatIsMissing(city))
  it('各人的窗口没有报错，也没有向外部发出请求', () => expect(city.troubles()).toEqual([]))
})
