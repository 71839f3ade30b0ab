import { button, dialog, told } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { look } from '../support/look.ts'
import { fagai } from './lead-units.ts'
import { lock } from './result.ts'

/** The coordinating section locks the lead unit's scores once everything is signed and verified. */
export const lockScores = async (city: City): Promise<void> => {
  const page = await city.as(fagai.carrier)
  await lock(page, fagai.title, 'result-lock')
  await page.getByRole('link', { name: '评分报告和送审' }).first().waitFor()
  await look(page, 'result-locked')
}

/** The report and its covering letter: words are edited, figures are not; then it goes round. */
export const writeReport = async (city: City): Promise<void> => {
  const page = await city.as(fagai.carrier)
  await page.getByRole('link', { name: '评分报告和送审' }).first().click()
  await page.getByRole('article', { name: '评分报告' }).waitFor()
  await look(page, 'paper')
  await button(page, '修改文字').click()
  await page.getByLabel('有关说明').fill('高新区重大项目年度投资计划于2026年1月由省里下达，按下达数计分。')
  await look(page, 'paper-words')
  await button(page, '保存文字').click()
  await told(page, '文字已保存')
  await page.getByRole('article', { name: '评分报告' }).getByText('按下达数计分').waitFor()
  await button(page, '送审').click()
  await button(dialog(page, /^送审：/), '送审').click()
  await page.getByRole('heading', { name: '审批过程' }).waitFor()
  await look(page, 'approval-started')
}
