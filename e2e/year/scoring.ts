import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { button, dialog, goTo, told, toldOnceProved } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { look } from '../support/look.ts'
import { takeTurn } from './collection.ts'

export const openSheet = async (page: Page, leaf: RegExp): Promise<void> => {
  await goTo(page, '评分')
  await page.getByRole('link', { name: leaf }).first().click()
  await page.getByRole('grid', { name: '评分表' }).waitFor()
}

/** 批量填写依据, then a reason of its own for every unit that lost points, each saved on the way to the next. */
const sayReasons = async (page: Page, reason: string): Promise<number> => {
  await button(page, '批量填写依据').click()
  const fill = dialog(page, '批量填写数据来源和评分依据')
  await fill.getByRole('button', { name: /^填写 [1-9]/ }).click()
  await told(page, /已填写/)
  const next = page.getByRole('button', { name: '下一个缺理由的单位' })
  let said = 0
  if (!(await next.isVisible())) return said
  await next.click()
  const editor = page.getByRole('region', { name: '填写依据和理由' })
  for (;;) {
    const missing = page.getByRole('gridcell', { name: '未填写' })
    const left = await missing.count()
    if (left === 0) return said
    const box = editor.getByRole('textbox', { name: '第 1 项理由' })
    // The count moves before the editor does: words typed into the last unit's would be lost with it.
    await expect.poll(() => box.inputValue(), { timeout: 15_000 }).toBe('')
    await box.fill(reason)
    await button(editor, '保存并转下一个').click()
    await expect.poll(() => missing.count(), { timeout: 30_000 }).toBe(left - 1)
    said += 1
  }
}

/** Signs what the dialog shows; the password is asked once. */
export const sign = async (page: Page, name?: string): Promise<void> => {
  await button(page, '签字').click()
  const asked = dialog(page, /^签字：/)
  await asked.getByRole('table').waitFor()
  if (name) await look(page, name)
  await button(asked, '签字').click()
  await toldOnceProved(page, /已签字，校验码/)
}

/** The handler says why points are lost and signs; the head of the section, a second person, signs after. */
export const scoreIndicator = async (city: City): Promise<void> => {
  const handler = await city.as('fagai.ke3')
  await openSheet(handler, /^优化营商环境/)
  await look(handler, 'sheet-to-score')
  expect(await sayReasons(handler, '企业满意度未达到95%，按方案所列档次计分')).toBeGreaterThan(3)
  await look(handler, 'sheet-reasons')
  await button(handler, '完成初评').click()
  await sign(handler, 'sheet-sign-handler')
  await handler.getByText('待负责人签字').first().waitFor()
  const head = await city.as('fagai.ke3.fuze')
  await goTo(head, '工作台')
  await look(head, 'workbench-head')
  await head
    .getByRole('link', { name: /优化营商环境/ })
    .first()
    .click()
  await sign(head, 'sheet-sign-head')
  await look(head, 'sheet-signed')
}

/** The substitute collects as well as scores: the lead unit brings no figure about itself. */
const collectForOwnUnit = async (handler: Page, head: Page): Promise<void> => {
  await handler.getByRole('link', { name: '报送：企业满意度（云岭市发展和改革局）' }).click()
  const drawer = dialog(handler, '企业满意度 · 云岭市发展和改革局')
  await drawer.getByRole('textbox', { name: '企业满意度', exact: true }).fill('93.5')
  await drawer.getByLabel('逾期原因').fill('回避单位数据由替代科室另行采集，晚于期限三日')
  await button(drawer, '报送').click()
  await told(handler, '已报送')
  await goTo(head, '数据采集与填报')
  await takeTurn(head, '确认')
  await goTo(handler, '数据采集与填报')
  await takeTurn(handler, '关闭')
}

/** What the lead unit may not score of itself waits on the substitute's worklist, and is scored and signed there. */
export const scoreOwnUnit = async (city: City): Promise<void> => {
  const substitute = await city.as('caizheng.ke2')
  await goTo(substitute, '工作台')
  await look(substitute, 'workbench-substitute')
  const head = await city.as('caizheng.ke2.fuze')
  await collectForOwnUnit(substitute, head)
  await openSheet(substitute, /^优化营商环境.*回避替代/)
  await substitute.getByText(/按回避规定由云岭市财政局评分/).waitFor()
  const rows = substitute.getByRole('grid', { name: '评分表' }).getByRole('row')
  await rows.filter({ hasText: '云岭市发展和改革局' }).waitFor()
  expect(await rows.count(), 'a head and the one unit').toBe(2)
  await sayReasons(substitute, '企业满意度未达到95%，按方案所列档次计分')
  await button(substitute, '完成初评').click()
  await sign(substitute, 'sheet-sign-substitute')
  await openSheet(head, /^优化营商环境.*回避替代/)
  await sign(head, 'sheet-sign-substitute-head')
}

/** One click from a number to why it is so. */
export const askWhy = async (city: City): Promise<void> => {
  const page = await city.as('fagai.ke3')
  await openSheet(page, /^优化营商环境/)
  await page
    .getByRole('row')
    .filter({ hasText: '云岭市行政审批局' })
    .getByRole('button', { name: '4', exact: true })
    .click()
  const why = page.getByRole('dialog', { name: /云岭市行政审批局/ })
  await why.getByText('88.4').first().waitFor()
  await look(page, 'why-this-score')
  await why
    .getByRole('button', { name: /关闭|Close/ })
    .first()
    .click()
}
