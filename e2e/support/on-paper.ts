import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** A4 upright within the margins of our own prints, 174 mm, at 96 dots an inch. */
export const sheet = { width: 657, height: 960 }

export const desk = { width: 1366, height: 768 }

/** What a printer would cut off or print in vain: tables wider than the sheet, boxes that hide a part of a table, ways elsewhere. */
export const faultsOnPaper = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const seen = (element: Element): boolean => element.getClientRects().length > 0
    const name = (element: Element): string =>
      element.querySelector('caption')?.textContent ?? element.getAttribute('aria-label') ?? element.className
    const tables = [...document.querySelectorAll('table')].filter(seen)
    const wide = tables
      .filter((table) => table.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((table) => `runs out of the sheet: ${name(table)}`)
    const hidden = tables.flatMap((table) => {
      for (let box = table.parentElement; box; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box)
        const cutsX = overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1
        const cutsY = overflowY !== 'visible' && box.scrollHeight > box.clientHeight + 1
        if (box !== document.body && box !== document.documentElement && (cutsX || cutsY))
          return [`hidden in part: ${name(table)}`]
      }
      return []
    })
    const ways = [...document.querySelectorAll('nav, header')]
      .filter((way) => seen(way) && !way.closest('main'))
      .map((way) => `a way elsewhere: ${name(way)}`)
    return [...wide, ...hidden, ...ways]
  })

/** What is wrong with the open page as a printer gets it; the window is as before when it is told. */
export const onPaper = async (page: Page): Promise<readonly string[]> => {
  await page.setViewportSize(sheet)
  await page.emulateMedia({ media: 'print' })
  const faults = [...(await faultsOnPaper(page))]
  const printed = await page.pdf({ preferCSSPageSize: true, format: 'A4' })
  if (printed.length < 3_000) faults.push('prints nothing')
  await page.setViewportSize(desk)
  await page.emulateMedia({ media: null })
  return faults
}

/** The open page, with the rows that its chapter gave it, stands on A4. */
export const printsWhole = async (page: Page): Promise<void> => {
  expect(await onPaper(page), page.url()).toEqual([])
}
