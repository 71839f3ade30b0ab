import type { Page } from 'playwright-core'
import { button, dialog, goTo, toldOnceProved } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { look } from '../support/look.ts'

const title = '云岭市发展和改革局2025年度绩效考评指标考核实施方案'

const openPlan = async (page: Page): Promise<void> => {
  await goTo(page, '考评方案')
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** 待上级下达 ends when the superior says the figure: a revised version, with its reason and a number of its own. */
export const setPendingTarget = async (city: City): Promise<void> => {
  const drafter = await city.as('fagai.dudao')
  await openPlan(drafter)
  await button(drafter, '修订').click()
  const asked = dialog(drafter, /^修订：/)
  await asked.getByLabel('理由').fill('省里已下达高新区2025年度重大项目投资计划13亿元')
  await button(asked, '修订').click()
  await asked.waitFor({ state: 'hidden' })
  await drafter.getByRole('tab', { name: '考核对象及任务分配表' }).click()
  const cell = drafter.getByRole('textbox', { name: '云岭高新技术产业开发区管理委员会 重大项目提升行动', exact: true })
  await cell.fill('13')
  await look(drafter, 'plan-revision-target')
  await button(drafter, '保存').click()
  await button(drafter, '校核通过').click()
  const issuer = await city.as('fagai.dudao.fuze')
  await openPlan(issuer)
  await button(issuer, '印发').click()
  const issue = dialog(issuer, /^印发：/)
  await issue.getByLabel('发文字号').fill('云发改发〔２０２６〕2号')
  await look(issuer, 'plan-revision-issue')
  await button(issue, '印发').click()
  await toldOnceProved(issuer, /已印发/)
}
