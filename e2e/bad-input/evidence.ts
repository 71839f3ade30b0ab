import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { button, dialog, told } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile } from '../support/files.ts'

const pdfOf = (name: string, text: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) })

const entryOn = (page: Page): Locator =>
  page
    .getByRole('dialog', { name: /^促消费活动 · / })
    .getByRole('listitem')
    .filter({ hasText: '活动方案' })

const choose = (page: Page, file: ReturnType<typeof pdfOf>): Promise<void> =>
  chooseFile(page, entryOn(page).getByRole('button', { name: '选择文件，或拖到此处' }), file)

/** A file that is none stays off the list, with the sentence under the entry that it was meant for. */
export const refuseFiles = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await page.goto('/collection/evidence')
  await page.getByRole('row').filter({ hasText: '促消费活动' }).click()
  await choose(page, pdfOf('空.pdf', ''))
  await entryOn(page).getByText('文件是空的（0字节），未予接收').waitFor()
  await choose(page, pdfOf('网页.pdf', '<html>登录超时，请重新登录</html>'))
  await entryOn(page).getByText('“网页.pdf”的内容与文件名后缀不符').waitFor()
  await entryOn(page).getByText('缺', { exact: true }).waitFor()
  for (const name of ['空.pdf', '网页.pdf']) {
    await entryOn(page)
      .getByRole('button', { name: `取消上传 ${name}` })
      .click()
    await entryOn(page).getByText(name, { exact: true }).waitFor({ state: 'detached' })
  }
}

/** 材料生效日期: a day to come is refused where the file stands; a past one is shown with the file. */
export const sayEffectiveDay = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  const day = page.getByLabel('材料生效日期（选填）')
  await day.fill('2026-02-01')
  await choose(page, pdfOf('活动方案.pdf', '%PDF-1.7 1 %%EOF'))
  await entryOn(page).getByText('材料日期2026-02-01尚未到来').waitFor()
  await day.fill('2025-12-20')
  await entryOn(page).getByRole('button', { name: '改好后重新提交' }).click()
  await entryOn(page).getByRole('link', { name: '活动方案.pdf' }).waitFor()
  await entryOn(page).getByText('生效 2025年12月20日').waitFor()
}

export const replaceFile = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await entryOn(page).getByRole('button', { name: '换新版本' }).click()
  const asked = dialog(page, '换新版本：活动方案.pdf')
  await button(asked, '换新版本').click()
  await asked.getByText('请写明理由').waitFor()
  await asked.getByLabel('理由', { exact: true }).fill('原件漏盖公章')
  await button(asked, '换新版本').click()
  await asked.getByText('请选择新版本的文件').waitFor()
  await chooseFile(page, button(asked, '选择新版本'), pdfOf('活动方案（盖章）.pdf', '%PDF-1.7 2 %%EOF'))
  await asked.getByText('活动方案（盖章）.pdf').waitFor()
  expect(await asked.getByLabel('理由', { exact: true }).inputValue()).toBe('原件漏盖公章')
  await button(asked, '换新版本').click()
  await told(page, '已换新版本')
  await entryOn(page).getByText('第 2 版').waitFor()
  expect(await entryOn(page).getByRole('link').allInnerTexts()).toEqual(['活动方案（盖章）.pdf'])
}
