import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { button, dialog, goTo, told } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile } from '../support/files.ts'
import { look } from '../support/look.ts'

const drafter = 'fagai.ke1'
const plan = '2026年度重点工作考核实施方案'

/** Invented: it changes the plan that an earlier notice gave. */
const notice = `云岭市发展和改革局关于调整2026年度重点工作考核指标的通知
云发改发〔2026〕31号
各相关市直部门：
经研究，对2026年度重点工作考核指标作如下调整：
一、“项目开工”指标分值由20分调整为15分。
二、将“投资完成”评分标准中“每少1个百分点扣0.5分”修改为“每少1个百分点扣0.8分”。
三、新增“要素保障”指标。
四、“招商引资”指标分值由10分调整为8分。
云岭市发展和改革局
2026年6月8日
`

const openTab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name }).click()
const findings = (page: Page) => page.getByText(/文件有一处调整还没有写入方案/)

/** Each change of an adjusting notice waits in the plan's check; a click writes one, and what is written is listed no more. */
export const adjustPlan = async (city: City): Promise<void> => {
  const page = await city.as(drafter)
  await goTo(page, '文件导入')
  await chooseFile(page, button(page, '选择文件导入'), {
    name: '调整通知.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(notice),
  })
  await page.getByRole('heading', { level: 1, name: /关于调整2026年度重点工作考核指标的通知/ }).waitFor()
  expect(await button(page, '据此修订方案').isDisabled()).toBe(true)
  await page.getByRole('button', { name: /^采用其余全部/ }).click()
  await page.getByText('已全部核对，可以据此修订方案。').waitFor()
  await openTab(page, '其他')
  await look(page, 'notice-adjusting')
  await button(page, '据此修订方案').click()
  const asked = dialog(page, '据此修订方案')
  expect(await asked.getByLabel('修订理由').inputValue()).toContain('云发改发〔2026〕31号')
  await asked.getByLabel('这份文件调整的方案').click()
  await page.locator('.ant-select-dropdown:visible').getByText(plan, { exact: true }).click()
  await asked.getByText('还在起草，直接列入。').waitFor()
  await look(page, 'notice-adjust-dialog')
  await button(asked, '列入方案校核').click()
  await told(page, '4 条调整已列入方案校核，请逐条处理')
  await page.getByRole('heading', { level: 1, name: plan }).waitFor()
  await expect.poll(() => findings(page).count(), { timeout: 20_000 }).toBe(4)
  await findings(page).nth(2).scrollIntoViewIfNeeded()
  await look(page, 'plan-changes-of-notice')
  await button(page, '“项目开工”的分值改为15分').click()
  await told(page, '已改正并保存')
  await expect.poll(() => findings(page).count(), { timeout: 20_000 }).toBe(3)
  await button(page, '增加指标“要素保障”').click()
  await expect.poll(() => findings(page).count(), { timeout: 20_000 }).toBe(2)
  await openTab(page, '指标体系')
  expect(await page.getByLabel('项目开工 分值', { exact: true }).inputValue()).toBe('15')
  await openTab(page, /^方案校核/)
  await page
    .getByRole('article')
    .filter({ hasText: '“招商引资”指标分值由10分调整为8分' })
    .getByRole('link', { name: '看所导入的原文' })
    .click()
  await page.getByRole('region', { name: '原文' }).waitFor()
  await look(page, 'notice-change-words')
}
