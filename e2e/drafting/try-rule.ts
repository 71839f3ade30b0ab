import { expect } from 'vitest'
import { goTo } from '../support/acts.ts'
import { look } from '../support/look.ts'
import { fill, type RealCity } from './office.ts'

/** Whoever drafts may try any sentence without a plan: read, its open questions answered by a chip, figures tried, examples added. */
export const tryRule = async (city: RealCity): Promise<void> => {
  const page = await city.as('fagai.dudao')
  await goTo(page, '考评方案')
  await page.getByRole('link', { name: '规则试读' }).click()
  await page.getByRole('heading', { level: 1, name: '规则试读' }).waitFor()
  await fill(page, '分值（分）', '8')
  await fill(page, '照文件原文填写', '满意度95%以上得8分；90%—95%得6分；总之要好。')
  await page.getByText('未能识别“总之要好”').waitFor()
  await look(page, 'try-rule-unread')
  await fill(page, '照文件原文填写', '满意度95%以上得8分；90%—95%得6分；90%以下不得分。')
  await page.getByText('平台理解为：').waitFor()
  const edges = page.getByRole('group', { name: '分界数值归哪一档' })
  await edges.getByText('以上不含本数，以下含本数', { exact: true }).click()
  await page.getByText('原文有 1 处没有写明').waitFor()
  await fill(page, '满意度', '95')
  await page.getByText('得 6 分', { exact: true }).waitFor()
  await edges.getByText('以上含本数，以下不含本数', { exact: false }).first().click()
  await page.getByText('得 8 分', { exact: true }).waitFor()
  await page.getByRole('button', { name: /^补齐/ }).click()
  await page.getByText('每处界限的以下、等于、以上都有示例。').waitFor()
  const table = page.getByRole('table', { name: '计分示例' })
  await expect
    .poll(() => table.getByText('相符', { exact: true }).count())
    .toBe((await table.getByRole('row').count()) - 1)
  await fill(page, '示例 1 应得分', '7')
  await table.getByText(/^算得 /).waitFor()
  await page.getByRole('img', { name: /满意度（%）与得分/ }).waitFor()
  await look(page, 'try-rule')
}

/** What an input method is composing is not read, and what it commits is. */
export const typeByInputMethod = async (city: RealCity): Promise<void> => {
  const page = await city.as('fagai.dudao')
  const field = page.getByLabel('照文件原文填写')
  await field.fill('')
  await field.focus()
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'an wan cheng lv', selectionStart: 15, selectionEnd: 15 })
  expect(await field.inputValue()).toBe('an wan cheng lv')
  expect(await page.getByText(/^未能识别“/).count()).toBe(0)
  await session.send('Input.insertText', { text: '按完成率得分。' })
  await page.getByText('平台理解为：').waitFor()
  expect(await field.inputValue()).toBe('按完成率得分。')
}
