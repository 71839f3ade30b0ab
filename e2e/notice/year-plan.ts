import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { button, dialog, goTo, told } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile } from '../support/files.ts'
import { look } from '../support/look.ts'

const drafter = 'kaoping'
const title = '云岭市2027年度绩效考评方案'

const table = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`

const paragraphs = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')

interface Words {
  readonly rule: string
  readonly mark: string
  readonly target: string
}

/** Invented: a year's plan with targets, bonus classes, gates and grades, saved from a page. */
const notice = ({ rule, mark, target }: Words): string =>
  `<html><body><h1>${title}</h1>${paragraphs(`
云绩办发〔2027〕1号
市直各部门：
一、考评指标
（一）业务工作（100分）
1.投资完成额（60分）。${rule}
2.招商引资（${mark}分）。按完成率得分。
二、任务分解`)}${table([
    ['单位', '投资完成额（亿元）', '招商引资'],
    ['市财政局', target, '—'],
    ['市教育局', '8', '待上级下达'],
  ])}${paragraphs(`
三、加分项（最高5分）
（一）表彰奖励（最高3分）。获省级以上表彰的，每项加1分。
四、一票否决
1.发生重大安全生产责任事故的，直接定为不合格等次。
五、等次评定
综合得分90分（含）以上为优秀，60分以上不足90分为合格，60分以下为不合格。
六、考评程序
（一）单位自评。2028年1月5日前完成。
（二）综合研判。2028年1月20日前完成。
云岭市绩效考评领导小组办公室
2027年1月6日`)}</body></html>`

const first = { rule: '每少1个百分点扣0.5分，扣完为止。', mark: '40', target: '12.5' }

const importPage = async (city: City, words: Words, name: string): Promise<Page> => {
  const page = await city.as(drafter)
  await goTo(page, '文件导入')
  const file = { name, mimeType: 'text/html', buffer: Buffer.from(notice(words)) }
  await chooseFile(page, button(page, '选择文件导入'), file)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  return page
}

const openTab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name }).click()
const fields = (page: Page) => page.getByRole('region', { name: '草稿内容' })

const openDraft = async (page: Page): Promise<void> => {
  await goTo(page, '考评方案')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

export const draftYearPlan = async (city: City): Promise<void> => {
  const page = await importPage(city, first, '年度方案.html')
  await openTab(page, /^任务分解/)
  await fields(page).getByText('投资完成额 › 市财政局').waitFor()
  await openTab(page, /^进度安排/)
  const kinds = fields(page).getByLabel('更正环节类别')
  await fields(page).getByText('从名称看不出').waitFor()
  await kinds.nth(1).click()
  await page.locator('.ant-select-dropdown:visible').getByText('考核评分', { exact: true }).click()
  await fields(page).getByText('已更正').waitFor()
  await look(page, 'notice-step-kind')
  await page.getByRole('button', { name: /^采用其余全部/ }).click()
  await page.getByText('已全部核对，可以生成方案草稿。').waitFor()
  await button(page, '生成方案草稿').click()
  await button(dialog(page, '生成方案草稿'), '生成').click()
  await told(page, '已生成方案草稿')
  await openTab(page, '考核对象及任务分配表')
  expect(await page.getByLabel('云岭市财政局 投资完成额', { exact: true }).inputValue()).toBe('12.5')
  expect(await page.getByLabel('云岭市教育局 招商引资', { exact: true }).inputValue()).toBe('待上级下达')
  await openTab(page, '设定')
  expect(await page.getByLabel('第 1 等名称').inputValue()).toBe('优秀')
  expect(await page.getByLabel('第 1 等数值').inputValue()).toBe('90')
  await page.getByRole('row').filter({ hasText: '一票否决' }).first().scrollIntoViewIfNeeded()
  await look(page, 'plan-settings-from-notice')
}

/** From the field to its words, highlighted, and back to the row. */
export const jumpToWords = async (city: City): Promise<void> => {
  const page = await city.as(drafter)
  await openTab(page, '指标体系')
  await page.getByRole('link', { name: '招商引资 看原文', exact: true }).first().click()
  const text = page.getByRole('region', { name: '原文' })
  const words = text.getByRole('button', { name: '招商引资', exact: true, includeHidden: true })
  await expect.poll(() => words.first().getAttribute('aria-pressed')).toBe('true')
  await look(page, 'notice-from-plan')
  await fields(page).getByRole('link', { name: '分值 看方案' }).nth(2).click()
  const row = page.locator('[data-pointed]')
  await row.waitFor()
  expect(await row.getByLabel(/^第 3 行指标名称$/).inputValue()).toBe('招商引资')
  await look(page, 'plan-from-words')
}

/** The revised notice goes into the same draft; a mark that was edited by hand stays and is asked about. */
export const takeRevision = async (city: City): Promise<void> => {
  const page = await city.as(drafter)
  await page.getByLabel('招商引资 分值', { exact: true }).fill('38')
  await button(page, '保存').click()
  await told(page, '已保存')
  await importPage(city, { rule: '每少1个百分点扣0.8分，扣完为止。', mark: '35', target: '13' }, '修订稿.html')
  await openTab(page, '比对')
  await page.getByRole('row').filter({ hasText: '每少1个百分点扣0.8分' }).waitFor()
  await page.getByText('投资完成额 · 云岭市财政局 · 目标值').waitFor()
  await button(page, '沿用原核对结果').click()
  await told(page, /^已沿用 \d+ 项$/)
  await look(page, 'notice-revision')
  await page.getByRole('button', { name: /^采用其余全部/ }).click()
  await page.getByText('已全部核对，可以生成方案草稿。').waitFor()
  await button(page, '并入方案草稿').click()
  await told(page, '修订已并入方案草稿，1 处请核对')
  await page.getByText(/修订文件把“招商引资”由“40”改为“35”，而方案中已手工改为“38”/).waitFor()
  await openTab(page, '考核对象及任务分配表')
  expect(await page.getByLabel('云岭市财政局 投资完成额', { exact: true }).inputValue()).toBe('13')
  await openDraft(page)
  await openTab(page, '指标体系')
  expect(await page.getByLabel('招商引资 分值', { exact: true }).inputValue()).toBe('38')
  await page.getByText('每少1个百分点扣0.8分，扣完为止。').first().waitFor()
}
