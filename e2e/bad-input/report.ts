import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { button, dialog, goTo, told } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { agreeToLateEntries, askLateEntry } from '../support/late-entry.ts'
import { nameOf } from './who.ts'

const figure = '促消费活动场次'

const panelOn = (page: Page): Locator => dialog(page, new RegExp(`^${figure} · `))
const valueIn = (panel: Locator): Locator => panel.getByRole('textbox', { name: figure, exact: true })

const openFigure = async (page: Page): Promise<Locator> => {
  await goTo(page, '工作台')
  await page.getByRole('link', { name: new RegExp(`^报送：${figure}`) }).click()
  await valueIn(panelOn(page)).waitFor()
  return panelOn(page)
}

/** The same page in another window of the same person. */
export const secondWindow = async (page: Page): Promise<Page> => {
  const second = await page.context().newPage()
  await second.goto(page.url())
  return second
}

const wrongValues: readonly (readonly [typed: string, said: string])[] = [
  ['', '请填写数值。确无数据的不要填0'],
  ['-5', '“-5”不是0或正整数'],
  ['1e999', '科学记数法'],
  ['１０％', '“10%”带百分号'],
  ['𠮷䶮㛃', '“𠮷䶮㛃”不是数值'],
  ["=cmd|' /C calc'!A0", '不是数值'],
  ['<script>alert(1)</script>', '不是数值'],
  ['9'.repeat(400), '最多30位'],
]

/** The figures are late and opened by leave. Each value is refused in words beside the field, and stays in it to be mended. */
export const refuseFigures = async (city: City): Promise<void> => {
  for (const unit of ['jiaotong', 'weijian']) await askLateEntry(await city.as(`${unit}.tianbao`), figure)
  await agreeToLateEntries(await city.as('fagai.ke2.fuze'))
  const page = await city.as('jiaotong.tianbao')
  const panel = await openFigure(page)
  for (const [typed, said] of wrongValues) {
    await valueIn(panel).fill(typed)
    await button(panel, '报送').click()
    await panel.getByRole('alert').getByText(said).waitFor()
    expect(await valueIn(panel).inputValue()).toBe(typed)
  }
  await valueIn(panel).fill('３')
  await panel.getByRole('alert').waitFor({ state: 'detached' })
}

/** A day after the cut-off is refused with the day that holds, and what to do; the day typed stays. */
export const refuseAfterCutoff = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  const panel = panelOn(page)
  const asOf = panel.getByLabel('数据截至日期')
  const cutoff = await asOf.inputValue()
  for (const [day, said] of [
    ['2026-01-05', `数据截至2026-01-05，超过方案规定的数据截止时间（${cutoff}）。请填报截止时间以内的数据。`],
    ['', '请填写数据截至日期。'],
  ] as const) {
    await asOf.fill(day)
    await button(panel, '报送').click()
    await panel.getByRole('alert').getByText(said).waitFor()
    expect(await asOf.inputValue()).toBe(day)
  }
  await asOf.fill(cutoff)
}

/** A reason typed before the value is kept as well. */
export const keepDraft = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  const panel = panelOn(page)
  const reason = panel.getByLabel('逾期原因')
  await valueIn(panel).fill('')
  await reason.fill('𠮷某先写原因，后填数')
  await page.reload()
  await expect.poll(() => reason.inputValue(), { timeout: 20_000 }).toBe('𠮷某先写原因，后填数')
  await valueIn(panel).fill('3')
  await page.reload()
  await expect.poll(() => valueIn(panel).inputValue(), { timeout: 20_000 }).toBe('3')
}

/** The second click of a double one is the same act; the figure has one version after it. */
export const reportOnce = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/data/reports')) sent.push(request.method())
  })
  const shown = new URL(page.url()).searchParams.get('open')
  await button(panelOn(page), '报送').dblclick()
  await told(page, '已报送')
  expect(sent).toEqual(['POST'])
  const stored = await page.request.get(`/api/data/${shown}`)
  expect(((await stored.json()) as { versions: unknown[] }).versions).toHaveLength(1)
}

/** Nobody overwrites what they did not see: the later window is told, and keeps what was typed into it. */
export const reportTwice = async (city: City): Promise<void> => {
  const page = await city.as('weijian.tianbao')
  const first = await openFigure(page)
  const second = await secondWindow(page)
  const later = panelOn(second)
  await valueIn(later).fill('4')
  await later.getByLabel('逾期原因').fill('后一个窗口')
  await valueIn(first).fill('5')
  await first.getByLabel('逾期原因').fill('前一个窗口')
  await button(first, '报送').click()
  await told(page, '已报送')
  await button(later, '报送').click()
  await later
    .getByRole('alert')
    .getByText(/^此件已被他人修改：韩文远于.*您的修改尚未保存/)
    .waitFor()
  expect(await valueIn(later).inputValue()).toBe('4')
  expect(await later.getByLabel('逾期原因').inputValue()).toBe('后一个窗口')
  await second.close()
}

/** Two people at one figure: while one writes why it goes back, another confirms it; the reason is not lost. */
export const returnWhileConfirmed = async (city: City): Promise<void> => {
  const reporter = await city.as('jiaotong.tianbao')
  const { pathname, searchParams } = new URL(reporter.url())
  const [handler, head] = [await city.as('fagai.ke2'), await city.as('jiaotong.queren')]
  const shown = new URLSearchParams({ q: '交通运输局', open: searchParams.get('open') ?? '' })
  await Promise.all([handler, head].map((page) => page.goto(`${pathname}?${shown}`)))
  await button(panelOn(handler), '退回修改').click()
  const back = dialog(handler, /^退回修改：/)
  await back.getByLabel('理由').fill('活动方案缺第3场𠮷，请补齐后重报')
  await back.getByLabel('修改期限').fill('2026-01-15')
  await button(panelOn(head), '确认').click()
  const asked = dialog(head, /^确认：/)
  const gap = asked.getByLabel('缺件说明')
  if (await gap.isVisible()) await gap.fill('原件存本单位档案室')
  await button(asked, '确认').click()
  await told(head, '已确认')
  await button(back, '退回修改').click()
  await back
    .getByRole('alert')
    .getByText(new RegExp(`^此件已被他人修改：${nameOf('jiaotong.queren')}于.*您的修改尚未保存`))
    .waitFor()
  expect(await back.getByLabel('理由').inputValue()).toBe('活动方案缺第3场𠮷，请补齐后重报')
}
