import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { button } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { openSheet } from '../year/scoring.ts'
import { secondWindow } from './report.ts'

const editorOn = (page: Page): Locator => page.getByRole('region', { name: '填写依据和理由' })
const reasonOn = (page: Page): Locator => editorOn(page).getByRole('textbox', { name: '第 1 项理由' })

const openFirst = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '下一个缺理由的单位' }).click()
  await reasonOn(page).waitFor()
}

const fill = async (page: Page, reason: string): Promise<void> => {
  await reasonOn(page).fill(reason)
  await editorOn(page).getByRole('textbox', { name: '数据来源' }).fill('政务服务平台')
  await editorOn(page).getByRole('textbox', { name: '评分依据（条款）' }).fill('一（一）3')
}

export const scoreTwice = async (city: City): Promise<void> => {
  const page = await city.as('fagai.ke3')
  await openSheet(page, /^优化营商环境/)
  await openFirst(page)
  const second = await secondWindow(page)
  await openFirst(second)
  await fill(page, '前一个窗口：<b>满意度</b>未达95%')
  await button(editorOn(page), '保存').dblclick()
  await page.getByText('前一个窗口：<b>满意度</b>未达95%').first().waitFor()
  await fill(second, '后一个窗口')
  await button(editorOn(second), '保存').click()
  await editorOn(second)
    .getByRole('alert')
    .getByText(/^此件已被他人修改：/)
    .waitFor()
  expect(await reasonOn(second).inputValue()).toBe('后一个窗口')
  await second.close()
}

export const keepReason = async (city: City): Promise<void> => {
  const page = await city.as('fagai.ke3')
  await openSheet(page, /^优化营商环境/)
  await openFirst(page)
  await reasonOn(page).fill('没有存的理由𠮷')
  await page.reload()
  await openFirst(page)
  await expect.poll(() => reasonOn(page).inputValue(), { timeout: 20_000 }).toBe('没有存的理由𠮷')
}

/** As long as a page of a report, into a field of 2,000 characters. */
export const cutPaste = async (city: City): Promise<void> => {
  const page = await city.as('fagai.ke3')
  await reasonOn(page).fill('')
  await reasonOn(page).evaluate((box) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '字'.repeat(2_100))
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
  await page.getByRole('status').getByText('此处最多 2000 个字，粘贴的内容末尾 100 个字没有填入').waitFor()
}
