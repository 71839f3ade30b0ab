import { writeFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openDocx, textOf } from '../../packages/papers/src/testing/open-docx.ts'
import type { ZipPart } from '../../packages/papers/src/zip/write.ts'
import { button, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { agreeToLateEntries, askLateEntry } from '../support/late-entry.ts'
import { look } from '../support/look.ts'
import { packed, partsOf, typed, withFile } from './workbook.ts'

const investment = '重大项目年度投资完成额'
const sessions = '促消费活动场次'

/** The pack as it was downloaded, and as it comes back. */
let out: readonly ZipPart[]
let back: readonly ZipPart[]

const openPacks = async (page: Page): Promise<void> => {
  await goTo(page, '数据采集与填报')
  await page.getByRole('link', { name: '离线填报' }).click()
  await page.getByRole('heading', { level: 1, name: '离线填报' }).waitFor()
}

const preview = (page: Page) => page.getByRole('region', { name: '收回前核对' })

const bringBack = async (page: Page, parts: readonly ZipPart[]): Promise<void> => {
  await chooseFile(page, page.getByRole('button', { name: /上传填好的填报包|换一个填报包/ }), await packed(parts))
  await preview(page).waitFor()
}

/** What the invented unit has let lapse is opened again first: a locked figure is not typed offline either. */
export const prepare = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  for (const figure of [investment, sessions]) await askLateEntry(page, figure)
  await agreeToLateEntries(await city.as('fagai.ke1.fuze'))
  await agreeToLateEntries(await city.as('fagai.ke2.fuze'))
}

export const takeOut = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await openPacks(page)
  const row = page
    .getByRole('table', { name: '可以带出填报的方案' })
    .getByRole('row')
    .filter({ hasText: '云岭市交通运输局' })
  await row.first().waitFor()
  await look(page, 'pack-out')
  out = []
  for (let at = 0; at < (await row.count()); at++) {
    const parts = await partsOf(await downloaded(page, button(row.nth(at), '下载填报包')))
    if (parts.some(({ path }) => path.includes('活动方案'))) out = parts
  }
  expect(out.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['填报说明.txt', '填报表.xlsx', expect.stringMatching(/^佐证材料\/\d\d-.*活动方案/)]),
  )
}

export const wrongCell = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await bringBack(page, await typed(out, { [sessions]: '三场' }))
  await preview(page)
    .getByText(/有 1 处需要修改，没有收回任何内容/)
    .waitFor()
  await look(page, 'pack-faults')
  const marked = await downloaded(page, button(preview(page), '下载标注了错误的填报表'))
  expect(marked.subarray(0, 2).toString()).toBe('PK')
  expect(await button(preview(page), '全部收回').count()).toBe(0)
}

export const hostile = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  const parts = withFile(out, '活动方案', '看图.exe', 'MZ')
  await chooseFile(page, page.getByRole('button', { name: '换一个填报包' }), await packed(parts))
  await page.getByText(/看图\.exe”是程序文件，整包未予收回/).waitFor()
}

export const takeIn = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  const filled = withFile(await typed(out, { [sessions]: '3' }), '活动方案', '促消费活动方案.pdf', '%PDF-1.7\n%%EOF\n')
  const stamped = withFile(filled, '盖章原件扫描', '盖章填报表.pdf', '%PDF-1.7\n% stamped\n%%EOF\n')
  back = [...stamped, { path: '随手放的照片.txt', bytes: Buffer.from('照片') }]
  await bringBack(page, back)
  await preview(page).getByRole('row').filter({ hasText: '促消费活动方案.pdf' }).waitFor()
  await preview(page).getByText('随手放的照片.txt').waitFor()
  await look(page, 'pack-preview')
  await button(preview(page), '收回，未对应的 1 份不收').click()
  await page.getByText(/1 项数据是您的草稿，还没有报送/).waitFor()
  await look(page, 'pack-taken')
}

export const receipt = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await page.getByRole('table', { name: '收回的填报包' }).getByRole('row').nth(1).click()
  const drawer = dialog(page, /^填报包-云岭市交通运输局/)
  await drawer.getByText('盖章填报表.pdf').waitFor()
  await look(page, 'pack-record')
  const docx = await downloaded(page, drawer.getByRole('button', { name: /^download 回执|回执 \.docx/ }))
  const paper = textOf((await openDocx(docx)).document)
  expect(paper).toContain('填报包回执')
  expect(paper).toContain('促消费活动方案.pdf')
  expect(paper).toContain('随手放的照片.txt')
  const picture = process.env.QUANHENG_PICTURES
  if (picture) await writeFile(`${picture}/填报包回执.docx`, docx)
  await page.keyboard.press('Escape')
}

export const reportDraft = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await page.getByRole('link', { name: '去核对报送' }).click()
  await button(page, '报送已填的 1 项').click()
  const form = dialog(page, /^报送：1 项数据/)
  await form.getByText(/^3\s场$/).waitFor()
  await button(form, '报送').click()
  await page.getByRole('status').getByText('已报送 1 项').last().waitFor()
}

/** The second person has the stamped original before the eyes and stands behind the figure. */
export const headConfirms = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.queren')
  await openPacks(page)
  expect(await page.getByRole('heading', { name: '带回收回' }).count()).toBe(0)
  await page.getByRole('table', { name: '收回的填报包' }).getByRole('row').nth(1).click()
  const drawer = dialog(page, /^填报包-云岭市交通运输局/)
  const link = drawer.getByRole('link', { name: '盖章填报表.pdf' })
  const reply = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(reply.headers()['content-type']).toContain('application/pdf')
}
