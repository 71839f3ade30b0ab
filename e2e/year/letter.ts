import { expect } from 'vitest'
import { exact, printExact, sub, sum } from '../../packages/domain/src/kernel/exact.ts'
import { button, dialog } from '../support/acts.ts'
import { paperOf } from '../support/browser.ts'
import type { City } from '../support/city.ts'
import { look } from '../support/look.ts'
import { fagai } from './lead-units.ts'

/** 扣分告知书 of a locked version: what each unit lost and why, adding up to full marks minus score, on A4. */
export const readLetter = async (city: City): Promise<void> => {
  const page = await city.as(fagai.carrier)
  await button(page, '扣分告知书').click()
  const letter = dialog(page, '扣分告知书')
  const table = letter.getByRole('table', { name: '扣分明细' })
  await table.waitFor()
  const rows = (await table.getByRole('row').allInnerTexts()).map((row) => row.split('\t').map((cell) => cell.trim()))
  const [, full = '', points = '', lost = ''] = rows.at(-1) ?? []
  expect(printExact(sub(exact(full), exact(points)))).toBe(lost)
  // A reason after the first of its indicator has no cells for name, marks and points.
  const reasons = rows.slice(1, -1).map((cells) => (cells.length > 4 ? cells[3] : cells[0]) ?? '')
  expect(printExact(sum(reasons.map((one) => exact(one.replace('−', '-')))))).toBe(lost)
  await look(page, 'deduction-letter')
  await paperOf(page, 'deduction-letter')
  await page.keyboard.press('Escape')
  await letter.waitFor({ state: 'hidden' })
}
