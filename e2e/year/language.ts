import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { City } from '../support/city.ts'
import { look } from '../support/look.ts'
import { fagai } from './lead-units.ts'

const speak = async (page: Page, language: '中文' | 'English'): Promise<void> => {
  await page.locator('header details summary').click()
  await page.getByRole('radio', { name: language }).click()
  await page.locator(`html[lang="${language === 'English' ? 'en' : 'zh-CN'}"]`).waitFor({ state: 'attached' })
}

const chinese = /[\u4e00-\u9fff]/

/** What the interface says, without the bodies it names: those stay Chinese in every language. */
const said = (words: string): string => words.replaceAll(/云岭市\p{Script=Han}+/gu, '')

/** The interface speaks English where the data stay Chinese, and Chinese again. */
export const speakEnglish = async (city: City): Promise<void> => {
  const page = await city.as(fagai.carrier)
  await speak(page, 'English')
  const menu = page.getByRole('navigation', { name: 'Main menu' })
  await menu.waitFor()
  for (const [at, link] of (await menu.getByRole('link').all()).entries()) {
    const name = (await link.innerText()).trim()
    expect(name).not.toMatch(chinese)
    await link.click()
    await expect.poll(() => link.getAttribute('aria-current'), { timeout: 20_000 }).toBe('page')
    // The place is marked before its page stands; until then the one before is still shown, perhaps a paper with a Chinese title.
    const heading = page.getByRole('heading', { level: 1 })
    await expect.poll(() => heading.innerText(), { timeout: 20_000 }).not.toMatch(chinese)
    for (const words of await page.getByRole('main').getByRole('button').allInnerTexts())
      expect(`${name}: ${said(words)}`).not.toMatch(chinese)
    for (const words of await page.getByRole('columnheader').allInnerTexts())
      expect(`${name}: ${said(words)}`).not.toMatch(chinese)
    if (at === 0 || name === 'Scoring') await look(page, `english-${at}`)
  }
  await speak(page, '中文')
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
}
