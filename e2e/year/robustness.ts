import { expect } from 'vitest'
import {
  abs,
  add,
  compare,
  div,
  type Exact,
  equal,
  exact,
  mul,
  sub,
  sum,
} from '../../packages/domain/src/kernel/exact.ts'
import { button } from '../support/acts.ts'
import { paperOf } from '../support/browser.ts'
import type { City } from '../support/city.ts'
import { downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'
import { yearPlan } from './register.ts'
import { openResult } from './result.ts'

interface Gap {
  readonly grade: string
  readonly points: string
}

interface Hold {
  readonly unitId: string
  readonly unitName: string
  readonly grade: string | null
  readonly up: Gap | null
  readonly down: Gap | null
  readonly flips: readonly { readonly kind: string; readonly change?: string; readonly grade: string | null }[]
}

interface Group<Row> {
  readonly name: string
  readonly rows: readonly Row[]
}

interface Totals {
  readonly nodes: readonly { readonly parentKey: string | null; readonly fullMark: string }[]
  readonly groups: readonly Group<{
    readonly unitId: string
    readonly raw: string | null
    readonly applicableFullMark: string
  }>[]
}

/** The city's grades counted by hand: 30% 优秀, 50% 良好, the rest 一般, whole units; a tie across a cut is for the meeting. */
export const gradeAmong = (others: readonly Exact[], own: Exact): string | null => {
  const size = others.length + 1
  const top = Math.max(1, Math.floor(size * 0.3))
  const good = top + Math.max(1, Math.floor(size * 0.5))
  const before = others.filter((one) => compare(one, own) > 0).length
  const last = before + 1 + others.filter((one) => equal(one, own)).length
  if (last <= top) return '优秀'
  if (before < top) return null
  if (last <= good) return '良好'
  return before < good ? null : '一般'
}

/** What a unit is ranked by: its points over the marks that apply to it, scaled to the plan's; `change` is in points of an item. */
const figuresOf = ({ nodes, groups }: Totals) => {
  const whole = sum(nodes.filter(({ parentKey }) => parentKey === null).map(({ fullMark }) => exact(fullMark)))
  const rows = new Map(groups.flatMap((group) => group.rows).map((row) => [row.unitId, row]))
  return (unitId: string, change = exact('0')): Exact => {
    const { raw, applicableFullMark } = rows.get(unitId) as Totals['groups'][number]['rows'][number]
    return div(mul(add(exact(raw as string), change), whole), exact(applicableFullMark))
  }
}

const step = exact('0.01')

/** Each change that the page names gives the grade it says, and a hundredth less does not. @returns how many were tried */
export const tryChanges = (groups: readonly Group<Hold>[], totals: Totals): number => {
  const figure = figuresOf(totals)
  let tried = 0
  for (const { rows } of groups)
    for (const { unitId, unitName, grade, up, down, flips } of rows) {
      const others = rows.filter((one) => one.unitId !== unitId).map((one) => figure(one.unitId))
      const own = figure(unitId)
      expect(gradeAmong(others, own), unitName).toBe(grade)
      const within = (of: string) => rows.filter((one) => one.grade === of).map((one) => figure(one.unitId))
      if (up)
        expect(
          within(up.grade).some((one) => equal(sub(one, own), exact(up.points))),
          unitName,
        ).toBe(true)
      if (down)
        expect(
          within(down.grade).some((one) => equal(sub(own, one), exact(down.points))),
          unitName,
        ).toBe(true)
      for (const flip of flips) {
        if (flip.change === undefined) continue
        const change = exact(flip.change)
        expect(gradeAmong(others, figure(unitId, change)), `${unitName} ${flip.change}`).toBe(flip.grade)
        const less = compare(change, exact('0')) > 0 ? sub(change, step) : add(change, step)
        if (compare(abs(change), step) > 0)
          expect(gradeAmong(others, figure(unitId, less)), `${unitName} ${flip.change}`).toBe(grade)
        tried += 1
      }
    }
  return tried
}

/** 等次稳健性: the smallest change named gives the other grade, and one step less does not, counted without the engine. */
export const weighGrades = async (city: City): Promise<void> => {
  const page = await city.as('zhuren')
  // The chapter before ends with two drawers open.
  await page.goto('/results')
  await openResult(page, yearPlan)
  const reply = page.waitForResponse((response) => response.url().endsWith('/robustness'))
  await page.getByRole('link', { name: '等次稳健性' }).click()
  await page.getByRole('table', { name: '经济发展类', exact: true }).waitFor()
  const answer = await reply
  const { groups } = (await answer.json()) as { groups: Group<Hold>[] }
  const totals = (await (await page.request.get(answer.url().replace(/robustness$/, 'totals'))).json()) as Totals
  expect(tryChanges(groups, totals)).toBeGreaterThan(0)
  for (const { unitName, grade, flips } of groups.flatMap(({ rows }) => rows)) {
    const cells = await page.getByRole('row').filter({ hasText: unitName }).getByRole('cell').allInnerTexts()
    expect(cells, unitName).toContain(grade ?? '待会议确定')
    expect(cells.at(-1)?.trim(), unitName).toBe(String(flips.length))
  }
  await look(page, 'robustness')
  await page
    .getByRole('button', { name: /项，逐项查看$/ })
    .first()
    .click()
  await page.getByRole('dialog', { name: /现为/ }).getByRole('listitem').first().waitFor()
  await look(page, 'robustness-unit')
  await page.keyboard.press('Escape')
  const workbook = await downloaded(page, button(page, '导出 Excel'))
  expect(workbook.subarray(0, 2).toString()).toBe('PK')
  await paperOf(page, 'robustness')
}
