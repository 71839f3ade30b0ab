import { type AxeResults, source } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { picture } from './browser.ts'

/** Keeps a picture of the page as it stands, and holds it to WCAG: nothing on it may shut somebody out or hinder them. */
export const look = async (page: Page, name: string): Promise<void> => {
  await expect.poll(() => page.getByText(/^(正在读取|Reading)…$/).count(), { timeout: 20_000 }).toBe(0)
  await picture(page, name)
  // By the debugger, not by a script element: the page's own policy allows no foreign script.
  await page.evaluate(source)
  const { violations } = await page.evaluate(
    (): Promise<AxeResults> =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      }),
  )
  const barriers = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap((one) => one.nodes.map((node) => `${one.id} ${node.target.join(' ')} ${node.html.slice(0, 120)}`))
  expect({ page: name, barriers }).toEqual({ page: name, barriers: [] })
}
