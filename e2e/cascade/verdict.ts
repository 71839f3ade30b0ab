import { expect } from 'vitest'
import { button, dialog } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile } from '../support/files.ts'
import { look } from '../support/look.ts'
import { open, roads } from './breakdown.ts'

export const selfScore = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await open(page)
  await page.getByRole('tab', { name: '评定对照' }).click()
  await button(page, '登记自评得分').click()
  const form = dialog(page, '登记自评得分')
  await form.getByLabel(`${roads}得分`).fill('9.5')
  await form.getByLabel(`${roads}自评说明`).fill('全部完工')
  await button(form, '保存').click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('table', { name: '自评与上级评定' }).getByText('9.5').waitFor()
}

export const verdict = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await button(page, '登记上级评定').click()
  const form = dialog(page, '登记上级评定')
  expect(await button(form, '保存').isDisabled()).toBe(true)
  await form.getByLabel('文号').fill('青考发〔2026〕1号')
  await chooseFile(page, button(form, '选择扫描件'), '评定结果.pdf')
  await form.getByText('评定结果.pdf').waitFor()
  await form.getByLabel(`${roads}得分`).fill('8.5')
  await form.getByLabel(`${roads}扣分原因`).fill('九公里未验收')
  await look(page, 'cascade-verdict')
  await button(form, '保存').click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText('已评定').first().waitFor()
  await page.getByRole('table', { name: '各牵头单位的乐观程度' }).getByText('10.00').waitFor()
  await look(page, 'cascade-comparison')
}
