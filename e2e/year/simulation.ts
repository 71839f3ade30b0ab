import { expect } from 'vitest'
import { button, chooseOption, dialog, goTo, told } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { look } from '../support/look.ts'
import { fagai } from './lead-units.ts'

const leaf = '服务业企业培规入统'

/** The lead unit drafts a stricter rule for one indicator; nothing of it is in force. */
const draftStricter = async (city: City): Promise<void> => {
  const page = await city.as(fagai.carrier)
  await goTo(page, '考评方案')
  await page.getByRole('link', { name: fagai.title }).first().click()
  await page.getByRole('heading', { level: 1, name: fagai.title }).waitFor()
  await button(page, '修订').click()
  const asked = dialog(page, /^修订：/)
  await asked.getByLabel('理由').fill('研究下一年度的计分办法')
  await button(asked, '修订').click()
  await asked.waitFor({ state: 'hidden' })
  await page.getByRole('tab', { name: '指标体系' }).click()
  const row = page.getByRole('row').filter({ has: page.locator(`input[value="${leaf}"]`) })
  await row.getByRole('button', { name: /编\s*辑/ }).click()
  const drawer = page.getByRole('dialog', { name: leaf })
  await drawer.getByLabel('照文件原文填写').fill('完成率达到100%得满分，否则不得分。')
  await drawer.getByText('平台理解为：').waitFor()
  await look(page, 'rule-editor')
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  await button(page, '保存').click()
  await told(page, '已保存')
  await page.getByRole('link', { name: '模拟测算' }).click()
  await page.getByText(/^还没有可用的锁定版/).waitFor()
}

/** This year's facts answer the director of the office, from the locked version: who would fall, and by what. */
export const simulateDraft = async (city: City): Promise<void> => {
  await draftStricter(city)
  const page = await city.as('zhuren')
  await page.goto('/plans')
  await page.getByRole('link', { name: fagai.title }).first().click()
  await page.getByRole('link', { name: '模拟测算' }).click()
  await page.getByRole('heading', { level: 1, name: '模拟测算' }).waitFor()
  await chooseOption(page, page.getByRole('main'), '与哪一年的锁定版比较', /2025年/)
  const units = page.getByRole('table', { name: '各单位的升降' })
  await units.waitFor()
  const falling = units.getByRole('row').filter({ hasText: '下降' })
  expect(await falling.count()).toBeGreaterThan(0)
  for (const row of await falling.allInnerTexts()) expect(row).toContain(leaf)
  await page.getByRole('table', { name: '各指标的区分度' }).getByRole('row').filter({ hasText: leaf }).waitFor()
  await look(page, 'simulation')
}
