import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { button, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'
import { printsWhole } from '../support/on-paper.ts'

const title = '云岭市绩效考评办法'
const number = '云政发〔2021〕6号'
const next = '云政发〔2024〕2号'
const matter = '考评工作提示'

const original = {
  name: '绩效考评办法.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(
    `${title}\n\n${number}\n\n第一条 为规范绩效考评工作，制定本办法。\n\n第二条 加分上限为5分，未经核实的不予加分。\n\n第三条 本办法由市绩效办负责解释。\n`,
  ),
}

const openDocument = async (page: Page, name: string): Promise<void> => {
  await goTo(page, '工作台')
  await goTo(page, '制度文件')
  await page
    .getByRole('table', { name: '制度文件' })
    .getByRole('row')
    .filter({ hasText: name })
    .getByRole('link', { name: title })
    .click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

const publish = async (page: Page) => {
  await button(page, '发布').click()
  const form = dialog(page, /^发布/)
  await button(form, '发布').click()
  return form
}

export const enter = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await goTo(page, '制度文件')
  await page.getByText('还没有制度文件。').waitFor()
  await button(page, '录入').click()
  const form = dialog(page, '录入制度文件')
  await chooseFile(page, button(form, '上传原件'), original)
  await form.getByRole('button', { name: `识别 ${original.name}` }).click()
  await form.getByText('读出3条，请逐项核对。').waitFor()
  await expect.poll(() => form.getByLabel('解释单位').inputValue()).toBe('市绩效办')
  await form.getByLabel('文件名称').fill(title)
  await form.getByLabel('发文字号').fill(number)
  await form.getByLabel('发文机关').fill('云岭市人民政府')
  await form.getByRole('button', { name: '改 第一条' }).click()
  await form.getByLabel('条文', { exact: true }).fill('为规范年度绩效考评工作，制定本办法。')
  await look(page, 'library-enter')
  await button(form, '保存').click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  const early = await publish(page)
  await early.getByText('请填写施行日期').waitFor()
  await button(early, '取消').click()
  await button(page, '修改').click()
  const edit = dialog(page, /^修改/)
  await edit.getByLabel('施行日期').fill('2021-03-01')
  await button(edit, '保存').click()
  await edit.waitFor({ state: 'hidden' })
  await publish(page)
  await page.getByText('现行有效').first().waitFor()
  await look(page, 'library-published')
}

export const find = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await goTo(page, '制度文件')
  await page.getByLabel('名称、文号或条文').fill('上限 核实')
  await button(page, '查询').click()
  await expect.poll(() => page.locator('mark').allTextContents()).toEqual(['上限', '核实'])
  await look(page, 'library-found')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await expect.poll(() => button(page, '更正条文').count()).toBe(0)
  const file = await downloaded(page, page.getByRole('button', { name: '条文 .docx' }))
  const text = (await openDocx(file)).text.replace(/\s/g, '')
  for (const said of ['第二条加分上限为5分', '由市绩效办负责解释']) expect(text).toContain(said)
}

export const cite = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await goTo(page, '重要事项')
  await button(page, '起草').click()
  const form = dialog(page, '起草重要事项')
  await form.getByLabel('事项名称').fill(matter)
  await form.getByLabel('正文').fill('加分申报依据')
  await button(form, '引用制度条文').click()
  await page.getByLabel('名称、文号或条文').fill('上限')
  await page.getByRole('button', { name: /^查\s*找$/ }).click()
  await page.getByRole('button', { name: `引用 ${title}第三条` }).waitFor({ state: 'hidden' })
  await look(page, 'library-pick')
  await page.getByRole('button', { name: `引用 ${title}第二条` }).click()
  await expect.poll(() => form.getByLabel('正文').inputValue()).toBe(`加分申报依据《${title}》（${number}）第二条`)
  await button(form, '保存').click()
  await page.getByRole('heading', { level: 1, name: matter }).waitFor()
  await openDocument(page, number)
  await page
    .getByRole('table', { name: '条文' })
    .getByRole('row')
    .filter({ hasText: '第二条' })
    .getByRole('link', { name: matter })
    .waitFor()
}

export const renew = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await button(page, '录入新版本').click()
  const form = dialog(page, '录入制度文件')
  await form.getByLabel('发文字号').fill(next)
  await form.getByLabel('施行日期').fill('2024-02-01')
  await form.getByRole('button', { name: '改 第二条' }).click()
  await form.getByLabel('条文', { exact: true }).fill('加分上限为4分，未经核实的不予加分。')
  await button(form, '保存').click()
  await page.getByText('录入中').first().waitFor()
  await publish(page)
  await page.getByText('现行有效').first().waitFor()
  await page.getByRole('table', { name: '历次版本' }).getByRole('link', { name: number }).click()
  await page.getByText('已被替代').first().waitFor()
  await look(page, 'library-replaced')
  await printsWhole(page)
}

export const seeReplaced = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await page.getByRole('table', { name: '条文' }).getByRole('link', { name: matter }).click()
  await page.getByRole('heading', { level: 1, name: matter }).waitFor()
  await page
    .getByRole('note')
    .filter({ hasText: `新版本 ${next}` })
    .waitFor()
  await look(page, 'library-cited-replaced')
  await goTo(page, '制度文件')
  await look(page, 'library-list')
  await printsWhole(page)
}
