import type { Locator, Page } from 'playwright-core'
import { paste } from '../drafting/office.ts'
import { button, dialog } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile } from '../support/files.ts'
import { look } from '../support/look.ts'
import { agree, recordMeeting, registerNumber } from './approval.ts'
import { caizheng, type LeadUnit, yingji } from './lead-units.ts'
import { lock, openResult } from './result.ts'
import { checkAndSend, preparePackage, tickEntries } from './submission.ts'

export const yearPlan = '云岭市2025年度绩效考评方案'
/** Leads one indicator and is not on the platform. */
const paperLead = '云岭市大数据发展局'
/** As its paper lists them, in the order of the plan; 24 units. */
export const paperScores: readonly string[] = Array.from(
  { length: 24 },
  (_, at) => ['20', '18.5', '19', '17', '20'][at % 5] as string,
)

const lineOf = (page: Page, unit: string): Locator => page.getByRole('row').filter({ hasText: unit })

/** The other lead units' reports go the same way, each step by the one whose turn it is. */
const reportOf = async (city: City, unit: LeadUnit): Promise<void> => {
  const carrier = await city.as(unit.carrier)
  await lock(carrier, unit.title)
  await carrier.getByRole('link', { name: '评分报告和送审' }).first().click()
  await button(carrier, '送审').click()
  await button(dialog(carrier, /^送审：/), '送审').click()
  await carrier.getByRole('heading', { name: '审批过程' }).waitFor()
  await agree(city, unit.leader, unit)
  await agree(city, unit.carrierHead, unit)
  for (const section of unit.countersigners) await agree(city, section, unit)
  await recordMeeting(city, unit)
  await agree(city, unit.principal, unit)
  await registerNumber(city, unit)
  await preparePackage(city, unit)
  await tickEntries(city, unit)
  await checkAndSend(city, unit)
}

export const reportOthers = async (city: City): Promise<void> => {
  for (const unit of [caizheng, yingji]) await reportOf(city, unit)
}

const enterPaper = async (page: Page, scores: readonly string[], name?: string): Promise<void> => {
  await button(lineOf(page, paperLead), '录入纸质报告').click()
  const asked = dialog(page, /^录入纸质评分报告：/)
  await asked.getByLabel('发文字号').fill('云数报〔２０２６〕4号')
  await asked.getByLabel('成文日期').fill('2026-01-08')
  await chooseFile(page, asked.getByRole('button', { name: '选择扫描件' }), '评分报告（盖章）.pdf')
  await asked.getByText('评分报告（盖章）.pdf').waitFor()
  await paste(asked.getByRole('textbox', { name: /得分$/ }).first(), scores.join('\r\n'))
  await asked.getByText(`已录 ${scores.length}/${scores.length}`).waitFor()
  if (name) await look(page, name)
  await button(asked, '录入').click()
  await asked.waitFor({ state: 'hidden' })
  await lineOf(page, paperLead).getByText('待核对').waitFor()
}

const second = async (
  city: City,
  login: string,
  act: '核对录入' | '退回',
  reason?: string,
  name?: string,
): Promise<void> => {
  const page = await city.as(login)
  await openResult(page, yearPlan)
  await button(lineOf(page, paperLead), act === '核对录入' ? act : '查看').click()
  const drawer = dialog(page, `${paperLead}评分报告`)
  await drawer.getByRole('table').first().waitFor()
  if (name) await look(page, name)
  await button(drawer, act).click()
  const asked = dialog(page, new RegExp(`^${act}：`))
  if (reason) await asked.getByLabel('理由').fill(reason)
  await button(asked, act).click()
  await asked.waitFor({ state: 'hidden' })
  await drawer
    .getByRole('button', { name: /关闭|Close/ })
    .first()
    .click()
  await drawer.waitFor({ state: 'hidden' })
}

/** 已报 / 未报 / 退回: what came by the platform is there; what came on paper is entered by one, compared by another. */
export const keepRegister = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await openResult(page, yearPlan)
  await page.getByRole('heading', { name: /^评分报告登记：已报 1，未报 3/ }).waitFor()
  await lineOf(page, '云岭市发展和改革局').getByText('云发改报〔2026〕1号').waitFor()
  await look(page, 'register')
  await enterPaper(
    page,
    paperScores.map((points, at) => (at === 3 ? '7' : points)),
    'register-enter',
  )
  await second(city, 'huizong', '核对录入', undefined, 'register-second')
  await second(city, 'zhuren', '退回', '第4行得分与盖章件不符，请改正后重报', 'register-return')
  await openResult(page, yearPlan)
  await page.getByRole('heading', { name: /其中退回 1$/ }).waitFor()
  await look(page, 'register-returned')
  await enterPaper(page, paperScores)
  await second(city, 'huizong', '核对录入')
}

/** Complete: every lead unit has reported. */
export const completeRegister = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await openResult(page, yearPlan)
  await page.getByRole('heading', { name: /^评分报告登记：已报 4，未报 0/ }).waitFor()
  await look(page, 'register-complete')
}
