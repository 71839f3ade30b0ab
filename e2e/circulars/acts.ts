import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { button, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'

const title = '关于传达批示做好年终考评准备的通知'
const number = '云考办〔2026〕3号'

const open = async (page: Page): Promise<void> => {
  await goTo(page, '工作台')
  await goTo(page, '通报简报')
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

const addUnit = async (page: Page, box: ReturnType<Page['getByLabel']>, unit: string): Promise<void> => {
  await box.fill(unit)
  await page.locator('.ant-select-item-option').filter({ hasText: unit }).first().click()
}

const receipts = (page: Page) => page.getByRole('table', { name: '签收情况' })

export const write = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await goTo(page, '通报简报')
  await page.getByText('还没有通知、通报或简报。').waitFor()
  await button(page, '起草').click()
  const form = dialog(page, '起草通报')
  await form.getByRole('radio', { name: '领导批示' }).click()
  await form.getByLabel('标题').fill(title)
  await form.getByLabel('来源').fill('市委主要领导批示（2026年3月20日）')
  await form.getByLabel('正文').fill('一、备齐材料\n请各单位于月底前备齐考评材料。\n二、落实责任\n明确一名联络员。')
  await chooseFile(page, form.getByRole('button', { name: '选择附件' }), '批示件.pdf')
  await form.getByText('批示件.pdf').waitFor()
  await button(form, '保存').click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await button(page, '送签').click()
  const asking = dialog(page, /^送签/)
  await button(asking, '送签').click()
  await asking.getByText('还没有发送对象').waitFor()
  await button(asking, '取消').click()
  await button(page, '修改').click()
  const edit = dialog(page, /^修改/)
  for (const unit of ['云岭市发展和改革局', '云岭市财政局']) {
    await addUnit(page, edit.getByLabel('增加单位'), unit)
    await edit.getByText(unit).last().waitFor()
  }
  await edit.getByLabel('签收时限').fill('2026-12-30')
  await look(page, 'circular-draft')
  await button(edit, '保存').click()
  await edit.waitFor({ state: 'hidden' })
  await button(page, '送签').click()
  await button(dialog(page, /^送签/), '送签').click()
  await page.getByText('待签发').first().waitFor()
}

export const issue = async (city: City): Promise<void> => {
  const page = await city.as('zhuren')
  await goTo(page, '工作台')
  await page.getByRole('link', { name: `签发：${title}` }).click()
  await button(page, '签发').click()
  const form = dialog(page, /^签发/)
  await form.getByLabel('发文字号').fill(number)
  await look(page, 'circular-issue')
  await button(form, '签发').click()
  await page.getByText('已印发').first().waitFor()
}

/** A receiver finds it on the workbench; what it attaches proves nothing, and the page says so. */
export const sign = async (city: City): Promise<void> => {
  const page = await city.as('fagai.zhuyao')
  await goTo(page, '工作台')
  await page.getByRole('link', { name: new RegExp(`签收：${title}`) }).click()
  await page.getByText('不作考评佐证和加分依据').waitFor()
  await look(page, 'circular-received')
  await button(page, '签收').click()
  await button(dialog(page, /^签收/), '签收').click()
  await receipts(page).getByText('已签收').waitFor()
  await expect.poll(() => receipts(page).getByText('云岭市财政局').count()).toBe(0)
}

export const urge = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await open(page)
  await receipts(page).getByText('未签收').waitFor()
  await button(page, '催签收').click()
  const asking = dialog(page, /^催签收/)
  await asking.getByText('云岭市财政局').waitFor()
  await button(asking, '催签收').click()
  await asking.waitFor({ state: 'hidden' })
  await look(page, 'circular-receipts')
  const list = await downloaded(page, page.getByRole('button', { name: '导出 Excel' }))
  expect(list.subarray(0, 2).toString()).toBe('PK')
  const sheet = await downloaded(page, page.getByRole('button', { name: '签收单 .docx' }))
  const { text } = await openDocx(sheet)
  expect(text).toContain('云岭市财政局')
  expect(text).toContain('平台签收')
}

export const paperReceipt = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await button(page, '登记纸质签收').click()
  const form = dialog(page, /^登记纸质签收/)
  await chooseFile(page, form.getByRole('button', { name: '选择扫描件' }), '签收单.pdf')
  await form.getByText('签收单.pdf').waitFor()
  await button(form, '登记').click()
  await page.getByText('全部对象均已签收').waitFor()
}

export const readIt = async (city: City): Promise<void> => {
  const page = await city.as('fagai.zhuyao')
  const file = await downloaded(page, page.getByRole('button', { name: '通知 .docx' }))
  const text = (await openDocx(file)).text.replace(/\s/g, '')
  for (const said of [number, title, '云岭市发展和改革局', '一、备齐材料', '附件：批示件', '市委主要领导批示']) {
    expect(text).toContain(said)
  }
}

export const withdraw = async (city: City): Promise<void> => {
  const page = await city.as('zhuren')
  await open(page)
  await button(page, '撤回').click()
  const form = dialog(page, /^撤回/)
  await form.getByLabel('理由').fill('要求已经变化')
  await button(form, '撤回').click()
  await page.getByText('已撤回').first().waitFor()
  await page.getByText('要求已经变化').first().waitFor()
}
