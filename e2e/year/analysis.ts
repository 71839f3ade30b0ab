import { expect } from 'vitest'
import { button } from '../support/acts.ts'
import { paperOf } from '../support/browser.ts'
import type { City } from '../support/city.ts'
import { downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'
import { yearPlan } from './register.ts'
import { openResult } from './result.ts'

/** 打分分析 of the year: every line of the plan stands in it, scorers are compared, and nothing claims to be a score. */
export const analyseYear = async (city: City): Promise<void> => {
  const page = await city.as('zhuren')
  await page.goto('/results')
  await openResult(page, yearPlan)
  await page.getByRole('link', { name: '打分分析' }).click()
  await page.getByText('供人工查看，不改变任何得分').first().waitFor()
  const leaves = page.getByRole('table', { name: '指标区分度', exact: true })
  expect(await leaves.getByRole('row').count()).toBeGreaterThan(1)
  expect(await page.getByRole('table', { name: '评分宽严', exact: true }).getByRole('row').count()).toBeGreaterThan(3)
  await look(page, 'scoring-analysis')
  const workbook = await downloaded(page, button(page, '导出 Excel'))
  expect(workbook.subarray(0, 2).toString()).toBe('PK')
  await paperOf(page, 'scoring-analysis')
}

/** 驾驶舱: the director sees the year on one screen; the head of the group sees its progress, and no score before the decision. */
export const lookOverYear = async (city: City): Promise<void> => {
  const page = await city.as('zhuren')
  await page.goto('/cockpit')
  await page.getByRole('heading', { name: '总分分布' }).waitFor()
  expect(await page.getByRole('table', { name: '考核分组', exact: true }).getByRole('row').count()).toBeGreaterThan(1)
  await look(page, 'cockpit')
  const head = await city.as('zuzhang')
  await head.goto('/cockpit')
  await head.getByText('审定以前只有绩效办主任可以查看').waitFor()
  expect(await head.getByRole('heading', { name: '总分分布' }).count()).toBe(0)
  await look(head, 'cockpit-before-decision')
}
