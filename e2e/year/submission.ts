import { expect } from 'vitest'
import { button, dialog, toldOnceProved } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'
import { openApproval } from './approval.ts'
import { fagai, type LeadUnit } from './lead-units.ts'

/** 制作报送包 of the numbered paper. */
export const preparePackage = async (city: City, unit: LeadUnit): Promise<void> => {
  const page = await openApproval(city, unit.clerk, unit)
  await button(page, '制作报送包').click()
  await page.getByRole('heading', { name: '报送包' }).waitFor()
}

/** The package as the clerk downloads it. */
export const packageOf = async (city: City, unit: LeadUnit): Promise<Buffer> => {
  const page = await openApproval(city, unit.clerk, unit)
  return downloaded(page, button(page, '下载报送包'))
}

/** 录入对照单: some rows one by one, then the rest an indicator at a time. */
export const tickEntries = async (city: City, unit: LeadUnit, name?: string): Promise<void> => {
  const page = await openApproval(city, unit.carrier, unit)
  const heading = page.getByRole('heading', { name: /^录入对照单 \d+\/\d+$/ })
  const [, done, all] = /(\d+)\/(\d+)/.exec((await heading.textContent()) ?? '') ?? []
  expect(done).toBe('0')
  const boxes = page.getByRole('checkbox', { name: /已录入$/ })
  expect(await boxes.count()).toBe(Number(all))
  for (const at of [0, 1]) {
    await boxes.nth(at).click()
    await page.getByRole('heading', { name: `录入对照单 ${at + 1}/${all}` }).waitFor()
  }
  if (name) await look(page, name)
  const whole = page.getByRole('button', { name: / 余 \d+ 行$/ })
  for (let left = await whole.count(); left > 0; left -= 1) {
    await whole.first().click()
    await expect.poll(() => whole.count(), { timeout: 20_000 }).toBe(left - 1)
  }
  await page.getByRole('heading', { name: `录入对照单 ${all}/${all}` }).waitFor()
  expect(await button(page, '核对录入').isVisible(), 'who ticked does not check').toBe(false)
}

/** A second person compares, sends, and registers the receipt. */
export const checkAndSend = async (city: City, unit: LeadUnit, name?: string): Promise<void> => {
  const page = await openApproval(city, unit.clerk, unit)
  await button(page, '核对录入').click()
  const checking = dialog(page, /^核对录入：/)
  if (name) await look(page, `${name}-check`)
  await button(checking, '核对录入').click()
  await checking.waitFor({ state: 'hidden' })
  await button(page, '报送').click()
  const sending = dialog(page, /^报送：/)
  await sending.getByLabel('报送渠道').fill('市绩效管理平台')
  if (name) await look(page, `${name}-send`)
  await button(sending, '报送').click()
  await toldOnceProved(page, '已报送，绩效办已登记')
  await button(page, '登记回执').click()
  const receipt = dialog(page, '登记回执')
  await receipt.getByLabel('回执编号（选填）').fill('绩收〔2026〕7号')
  await chooseFile(page, receipt.getByRole('button', { name: '选择扫描件' }), '回执.pdf')
  await receipt.getByText('回执.pdf').waitFor()
  await button(receipt, '登记').click()
  await page.getByText('绩收〔2026〕7号').waitFor()
  if (name) await look(page, `${name}-received`)
}

/** The lead unit's package. */
export const prepareOwn = async (city: City): Promise<void> => {
  await preparePackage(city, fagai)
  await look(await city.as(fagai.clerk), 'submission')
}

export const tickOwn = (city: City): Promise<void> => tickEntries(city, fagai, 'submission-ticks')

export const sendOwn = (city: City): Promise<void> => checkAndSend(city, fagai, 'submission')
