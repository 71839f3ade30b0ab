import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { div, type Exact, exact, max, mul, sub, sum, whole, zero } from '../../packages/domain/src/kernel/exact.ts'
import { printRounded } from '../../packages/domain/src/kernel/rounding.ts'
import { computedPoints } from '../../packages/domain/src/result/adjustments.ts'
import { button, chooseOption, dialog, goTo, told } from '../support/acts.ts'
import { picture } from '../support/browser.ts'
import type { City } from '../support/city.ts'
import { look } from '../support/look.ts'
import { lockedVersion } from './figures.ts'
import { fagai } from './lead-units.ts'

const leafName = '服务业企业培规入统'
/** Twice as strict as the rule in force: 每少1家扣0.5分，扣完为止。 */
const stricter = '每少1家扣1分，扣完为止。'

const openPlan = async (page: Page): Promise<void> => {
  await goTo(page, '考评方案')
  await page.getByRole('link', { name: fagai.title, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: fagai.title, exact: true }).waitFor()
}

/** The lead unit drafts a stricter rule for one indicator; nothing of it is in force, and this year's facts are not the drafter's to try. */
const draftStricter = async (city: City): Promise<void> => {
  const page = await city.as(fagai.carrier)
  await openPlan(page)
  await button(page, '修订').click()
  const asked = dialog(page, /^修订：/)
  await asked.getByLabel('理由').fill('研究下一年度的计分办法')
  await button(asked, '修订').click()
  await asked.waitFor({ state: 'hidden' })
  await page.getByRole('tab', { name: '指标体系' }).click()
  const row = page.getByRole('row').filter({ has: page.locator(`input[value="${leafName}"]`) })
  await row.getByRole('button', { name: /编\s*辑/ }).click()
  const drawer = dialog(page, leafName)
  await drawer.getByLabel('照文件原文填写').fill(stricter)
  await drawer.getByText('平台理解为：').waitFor()
  await picture(page, 'rule-editor')
  await drawer
    .getByRole('button', { name: /关闭|Close/ })
    .first()
    .click()
  await drawer.waitFor({ state: 'detached' })
  await button(page, '保存').click()
  await told(page, '已保存')
  await page.getByRole('link', { name: '模拟测算' }).click()
  await page.getByText(/^还没有可用的锁定版/).waitFor()
}

const rounding = { mode: 'halfUp', places: 2, stage: 'item' } as const
const rounded = (points: Exact): Exact => exact(printRounded(points, rounding))

interface Expected {
  readonly from: string
  readonly to: string
  readonly change: string
}

/** Each unit's total before and after, from the points of the locked version: what one indicator cost, it costs twice. */
const expectedTotals = async (city: City): Promise<Readonly<Record<string, Expected>>> => {
  const { run } = await lockedVersion(city, fagai)
  const planMark = sum(run.leaves.map(({ fullMark }) => exact(fullMark)))
  const sums = new Map(
    run.units.map(({ id }) => [id, { from: [] as Exact[], to: [] as Exact[], marks: [] as Exact[] }]),
  )
  for (const leaf of run.leaves)
    for (const [row, unitId] of leaf.unitIds.entries()) {
      const mark = exact(leaf.fullMarks[row] as string)
      const points = rounded(exact(computedPoints(leaf, row)))
      const twice = max(zero, sub(mark, mul(whole(2), sub(mark, points))))
      const own = sums.get(unitId)
      own?.from.push(points)
      own?.to.push(leaf.name === leafName ? twice : points)
      own?.marks.push(mark)
    }
  return Object.fromEntries(
    run.units.map(({ id, name }) => {
      const { from = [], to = [], marks = [] } = sums.get(id) ?? {}
      const total = (points: readonly Exact[]) => printRounded(div(mul(sum(points), planMark), sum(marks)), rounding)
      const change = printRounded(sub(exact(total(to)), exact(total(from))), rounding)
      return [name, { from: total(from), to: total(to), change }] as const
    }),
  )
}

/** The rows of a table by the words of its heads. */
const shownRows = async (page: Page, name: string): Promise<readonly Readonly<Record<string, string>>[]> => {
  const [heads = [], ...rows] = await page
    .getByRole('table', { name })
    .getByRole('row')
    .evaluateAll((all) =>
      all.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.innerText.trim())),
    )
  return rows.map((cells) => Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? ''])))
}

const figure = (text = ''): string => printRounded(exact(text.replace('−', '-').replace('+', '')), rounding)

/** This year's facts answer the director of the office, from the locked version: who would fall, and by what. */
export const simulateDraft = async (city: City): Promise<void> => {
  await draftStricter(city)
  const page = await city.as('zhuren')
  await page.goto('/plans')
  await openPlan(page)
  await page.getByRole('link', { name: '模拟测算' }).click()
  await page.getByRole('heading', { level: 1, name: '模拟测算' }).waitFor()
  await chooseOption(page, page.getByRole('main'), '与哪一年的锁定版比较', /2025年/)
  await page.getByRole('table', { name: '各单位的升降' }).waitFor()
  const rows = await shownRows(page, '各单位的升降')
  const shown = rows.map((row) => [
    row.考核对象,
    { from: figure(row.原总分), to: figure(row.测算总分), change: figure(row.增减) },
  ])
  const expected = await expectedTotals(city)
  expect(Object.fromEntries(shown)).toEqual(expected)
  const lower = rows.filter(({ 增减 }) => figure(增减).startsWith('-'))
  expect(lower.length).toBeGreaterThan(0)
  for (const row of rows) expect(row.得分有变的指标, row.考核对象).toBe(lower.includes(row) ? leafName : '无')
  await page.getByRole('table', { name: '各指标的区分度' }).getByRole('row').filter({ hasText: leafName }).waitFor()
  await look(page, 'simulation')
}
