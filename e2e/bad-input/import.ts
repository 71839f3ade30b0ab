import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { button, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded, xlsx } from '../support/files.ts'

/** How many units the list counts. */
const counted = async (page: Page): Promise<string> =>
  (await page
    .getByText(/^共 \d+ 条$/)
    .first()
    .textContent()) ?? ''

const refused = async (page: Page, asked: Locator, name: string, bytes: Buffer, said: RegExp): Promise<void> => {
  await chooseFile(page, asked.getByRole('button', { name: /选择文件$/ }), xlsx(name, bytes))
  await asked.getByRole('alert').getByText(said).first().waitFor()
  expect(await button(asked, '登记').isDisabled()).toBe(true)
}

/** What is no table is told so; the button that registers stays shut, and the list as long as it was. */
export const refuseTables = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await goTo(page, '组织人员', '单位科室')
  const before = await counted(page)
  await button(page, '导入 Excel').click()
  const asked = dialog(page, '导入 Excel')
  const template = await downloaded(page, button(asked, '下载模板'))
  await refused(page, asked, '空.xlsx', Buffer.alloc(0), /文件是空的（0字节）/)
  await refused(page, asked, '名单.xlsx', Buffer.from('关于报送单位名单的函'), /这不是 Excel 工作簿/)
  await refused(page, asked, '名单.csv', Buffer.from('单位全称,简称\n市某局,"某局'), /第2行第2列的双引号不成对/)
  await refused(page, asked, '半张.xlsx', template.subarray(0, Math.floor(template.length / 2)), /文件不完整或已损坏/)
  await refused(page, asked, '没有填.xlsx', template, /表中没有填写任何内容/)
  await button(asked, '取消').click()
  expect(await counted(page)).toBe(before)
}
