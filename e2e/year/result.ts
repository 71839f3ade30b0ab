import type { Page } from 'playwright-core'
import { button, dialog, goTo, toldOnceProved } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { look } from '../support/look.ts'

/** Before anything is locked, the page says what is still missing and who owes it, to the lead unit and to the office. */
export const seeWhatIsMissing = async (city: City): Promise<void> => {
  const lead = await city.as('fagai.dudao')
  await goTo(lead, '结果')
  await lead.getByRole('link', { name: '云岭市发展和改革局2025年度绩效考评指标考核实施方案' }).click()
  await lead.getByText(/考核项目已签字 14\/71/).waitFor()
  const missing = lead.getByRole('row').filter({ hasText: '区域对口合作' })
  await missing.first().getByText('尚有评分表未签字或核验未办结').waitFor()
  await look(lead, 'result-lead-unit')
  const office = await city.as('zhuren')
  await goTo(office, '结果')
  await office.getByRole('link', { name: '云岭市2025年度绩效考评方案', exact: true }).click()
  await office.getByText(/评分报告已报 0\/4/).waitFor()
  await look(office, 'result-office')
  await goTo(office, '审批签发')
  await office.getByText(/没有审批中的文件/).waitFor()
  await look(office, 'approvals')
}

export const openResult = async (page: Page, title: string): Promise<void> => {
  await goTo(page, '结果')
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** 锁定 of what is complete: the figures stand from here on. */
export const lock = async (page: Page, title: string, name?: string): Promise<void> => {
  await openResult(page, title)
  await button(page, '锁定结果').click()
  const asked = dialog(page, /^锁定：/)
  await asked.waitFor()
  if (name) await look(page, name)
  await button(asked, '锁定').click()
  await toldOnceProved(page, '结果已锁定')
}
