import { expect } from 'vitest'
import { verifyMeans } from '../../apps/server/src/platform/log/means.ts'
import { verifyReceipt } from '../../packages/log/src/receipt.ts'
import type { City } from '../support/city.ts'
import { downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'

const openSeal = async (city: City, login: string) => {
  const page = await city.as(login)
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '留痕核验' }).click()
  const way = page.getByRole('link', { name: '存证点与回执' })
  // Whoever audits comes by the list of acts.
  if (login === 'shenji') await way.click()
  await page.getByRole('heading', { name: '存证密钥' }).waitFor()
  return page
}

/** The audit administrator notes the keys down; every stage of the year has its checkpoint. */
const notedKeys = async (city: City): Promise<string[]> => {
  const page = await openSeal(city, 'shenji')
  const causes = page.getByRole('table', { name: '存证点' })
  for (const act of ['锁定结果', '抽样', '报送评分报告']) await causes.getByText(act, { exact: true }).first().waitFor()
  await look(page, 'log-checkpoints')
  return page.locator('code').filter({ hasText: '+' }).allTextContents()
}

/** A section's own receipt holds against the keys that audit noted down; with a sign changed it does not. */
export const checkReceipt = async (city: City): Promise<void> => {
  const keys = await notedKeys(city)
  expect(keys).toHaveLength(2)
  const page = await openSeal(city, 'fagai.ke1')
  const receipt = (await downloaded(page, page.getByRole('button', { name: /^下载.+回执$/ }))).toString('utf8')
  const held = verifyReceipt(receipt, { ...verifyMeans, keys })
  if (!held.ok) throw new Error(held.error.code)
  expect(held.value.body).toBe('云岭市发展和改革局')
  expect(held.value.acts.map(({ label }) => label)).toEqual(expect.arrayContaining(['锁定结果', '报送评分报告']))
  const flipped = (sign: string) => (sign === '0' ? '1' : '0')
  const changed = receipt.replace(/(after\\":\\")([0-9a-f])/, (_, head: string, sign: string) => head + flipped(sign))
  expect(changed).not.toBe(receipt)
  const broken = verifyReceipt(changed, { ...verifyMeans, keys })
  expect(broken).toMatchObject({ ok: false, error: { code: 'receipt.proof' } })
}
