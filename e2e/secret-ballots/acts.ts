import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { addUnit, openRound, proved, runner, title } from '../evaluations/rounds.ts'
import { button, chooseOption, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { look } from '../support/look.ts'

const voters = ['jiaotong.tianbao', 'shangwu.tianbao'] as const

const moveTo = async (city: City, day: string): Promise<void> => {
  const page = await city.as('kaoping')
  await page.getByLabel('演练日期', { exact: true }).fill(day)
  await button(page, '调整').click()
  await page.getByRole('status').getByText('演练日期已调到').last().waitFor()
}

export const drawUp = async (city: City): Promise<void> => {
  const page = await city.as(runner)
  await goTo(page, '评议')
  await button(page, '起草评议').click()
  const form = dialog(page, '起草评议')
  await chooseOption(page, form, '评议结果作为', /企业满意度/)
  await button(form, '起草').click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await button(page, '添加评价渠道').click()
  const peers = page.getByRole('group', { name: '部门互评' })
  await peers.getByRole('radio', { name: '无记名投票' }).check()
  await peers.getByLabel('评价人职务').click()
  await page.keyboard.type('填报人')
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: /^填报人$/ })
    .click()
  await page.keyboard.press('Escape')
  await addUnit(page, peers, '云岭市交通运输局')
  await addUnit(page, peers, '云岭市商务局')
  await page.getByLabel('填票截止').fill('2026-01-09')
  await button(page, '保存方案').click()
  await button(page, '已保存').waitFor()
  await button(page, '开始评议').first().click()
  const asked = dialog(page, /^开始评议/)
  await button(asked, '开始评议').click()
  await proved(page, asked.getByText('无记名票先领后投'))
  await button(asked, '取消').click()
  await page.getByLabel('领票截止').fill('2026-01-08')
  await look(page, 'secret-plan')
  await button(page, '保存方案').click()
  await button(page, '已保存').waitFor()
  await button(page, '开始评议').first().click()
  await button(dialog(page, /^开始评议/), '开始评议').click()
  await proved(page, page.getByText('评议中').first())
}

const kept = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify(Object.entries(localStorage).find(([key]) => key.startsWith('quanheng.ticket.')) ?? null),
  )

export const takeTickets = async (city: City): Promise<void> => {
  for (const login of voters) {
    const page = await city.as(login)
    await openRound(page)
    await button(page, '领取选票').click()
    await page.getByText('已领票，凭证在本机浏览器中。').waitFor()
    expect(await kept(page)).toContain('signature')
    await look(page, `secret-ticket-${login}`)
  }
  const page = await city.as(runner)
  await openRound(page)
  await page.getByText('2 / 2').first().waitFor()
}

export const vote = async (city: City): Promise<void> => {
  await moveTo(city, '2026-01-09')
  for (const login of voters) {
    const page = await city.as(login)
    await openRound(page)
    const fields = page.getByRole('region', { name: '我的票：部门互评' }).getByRole('textbox')
    await fields.first().waitFor()
    const all = await fields.count()
    for (let at = 0; at < all; at++) await fields.nth(at).fill('88')
    await look(page, `secret-ballot-${login}`)
    const sent = page.waitForRequest((request) => request.url().endsWith('/api/ballot-box'))
    await button(page, '投票').click()
    expect((await (await sent).allHeaders()).cookie).toBeUndefined()
    await page.getByText('已投票。').waitFor()
  }
}

export const count = async (city: City): Promise<void> => {
  await moveTo(city, '2026-01-10')
  const page = await city.as(runner)
  await openRound(page)
  for (const [verb, state] of [
    ['结束填票', '待计票'],
    ['计票', '已计票'],
  ] as const) {
    await button(page, verb).click()
    await button(dialog(page, new RegExp(`^${verb}`)), verb).click()
    await proved(page, page.getByText(state).first())
  }
  await page.getByRole('table', { name: '公布的票' }).getByText('票数不足，不列').first().waitFor()
  await look(page, 'secret-box')
}

export const find = async (city: City): Promise<void> => {
  for (const login of voters) {
    const page = await city.as(login)
    await openRound(page)
    await page.getByText(/^您的 \d+ 张票都在公布的票中/).waitFor()
    await look(page, `secret-found-${login}`)
  }
}
