import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { exact, sum } from '../../packages/domain/src/kernel/exact.ts'
import { printRounded } from '../../packages/domain/src/kernel/rounding.ts'
import type { City } from '../support/city.ts'
import { look } from '../support/look.ts'
import { lockedVersion } from './figures.ts'
import { caizheng, fagai, yingji } from './lead-units.ts'
import { paperScores, yearPlan } from './register.ts'
import { lock } from './result.ts'

/** Locked by the office's head; before that nobody saw a total. */
export const lockTotals = async (city: City): Promise<void> => {
  const page = await city.as('zhuren')
  await lock(page, yearPlan, 'totals-lock')
  await look(page, 'totals-locked')
}

/** What each unit has to have in all: from the lead units' own locked versions and, in the official order, from the paper. */
const expectedTotals = async (city: City): Promise<Readonly<Record<string, string>>> => {
  const { run: finance } = await lockedVersion(city, caizheng)
  const points = new Map(finance.units.map(({ name }, at) => [name, [paperScores[at] as string]]))
  for (const lead of [fagai, caizheng, yingji]) {
    const { run } = await lockedVersion(city, lead)
    const nameOf = new Map(run.units.map(({ id, name }) => [id, name]))
    for (const leaf of run.leaves)
      for (const [row, unitId] of leaf.unitIds.entries())
        points.get(nameOf.get(unitId) ?? '')?.push(leaf.points[row] as string)
  }
  const rounding = { mode: 'halfUp', places: 2, stage: 'total' } as const
  return Object.fromEntries([...points].map(([unit, list]) => [unit, printRounded(sum(list.map(exact)), rounding)]))
}

interface Row {
  readonly unit: string
  readonly rank: string
  readonly total: number
  readonly raw: string
}

/** The groups as the page shows them. */
const shownGroups = async (page: Page): Promise<readonly (readonly Row[])[]> => {
  const groups: Row[][] = []
  for (const name of ['经济发展类', '社会民生类', '城建监管类']) {
    const lines = page.getByRole('table', { name, exact: true }).getByRole('row')
    const rows: Row[] = []
    for (const cells of (await lines.allInnerTexts())
      .slice(1)
      .map((line) => line.split(/[\t\n]+/).map((cell) => cell.trim()))) {
      const [unit = '', rank = '', total = '', raw = ''] = cells.filter((cell) => cell !== '').slice(-5)
      rows.push({ unit, rank, total: Number(total), raw })
    }
    groups.push(rows)
  }
  return groups
}

/** Every unit's total is what its parts add up to, and ranks follow from the totals, ties shared. */
export const compareTotals = async (city: City): Promise<void> => {
  const page = await city.as('zhuren')
  await page.getByRole('link', { name: '总分和名次' }).click()
  await page.getByRole('table', { name: '经济发展类', exact: true }).waitFor()
  await look(page, 'totals')
  const groups = await shownGroups(page)
  const rows = groups.flat()
  expect(rows).toHaveLength(24)
  const { rows: plans } = (await (await page.request.get('/api/results')).json()) as {
    rows: { title: string; result: { runDigest: string } | null }[]
  }
  const result = plans.find(({ title }) => title === yearPlan)?.result
  const shown = ((await page.getByRole('main').textContent()) ?? '').replaceAll(/\s/g, '')
  expect(shown).toContain(result?.runDigest.slice(0, 16))
  expect(Object.fromEntries(rows.map(({ unit, raw }) => [unit, raw]))).toEqual(await expectedTotals(city))
  for (const group of groups)
    for (const row of group) {
      const better = group.filter(({ total }) => total > row.total).length
      const tied = group.filter(({ total }) => total === row.total).length > 1
      expect(row.rank, row.unit).toBe(tied ? `并列 ${better + 1}` : String(better + 1))
    }
}

/** From a total to its parts, and from a part to the rule, the arithmetic, the figures, the evidence and the signatures. */
export const drillDown = async (city: City): Promise<void> => {
  const page = await city.as('zhuren')
  const unit = '云岭市行政审批局'
  await page.getByRole('row').filter({ hasText: unit }).getByRole('button').first().click()
  const parts = page.getByRole('dialog', { name: unit, exact: true })
  await parts.getByRole('table').waitFor()
  await look(page, 'totals-unit')
  await parts.getByRole('row').filter({ hasText: '优化营商环境' }).getByRole('button').click()
  const why = page.getByRole('dialog', { name: `${unit} · 优化营商环境` })
  for (const part of ['牵头单位评分报告', '计分规则', '数据', '佐证', '签字情况'])
    await why.getByRole('heading', { name: part, exact: true }).first().waitFor()
  await why.getByText('云发改报〔2026〕1号', { exact: true }).waitFor()
  await look(page, 'totals-why')
}
