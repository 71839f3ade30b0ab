import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { writeZip } from '../../packages/papers/src/zip/write.ts'
import { button, dialog, goTo, told } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile } from '../support/files.ts'
import { look } from '../support/look.ts'

const drafter = 'fagai.ke1'
const plan = '2026年度重点工作考核实施方案'

/** Everything in it is invented. Its report is due before the scores that it rests on. */
const notice = `云岭市发展和改革局关于印发2026年度重点工作考核实施方案的通知
云发改发〔2026〕7号
各相关市直部门：
现将《2026年度重点工作考核实施方案》印发给你们。
一、考核内容（100分）
（一）重大项目（60分）
1.投资完成（40分）。每少1个百分点扣0.5分，扣完为止。
2.项目开工（20分）。按完成率得分。
（二）消费提质（40分）
二、考核程序
（一）考核评分。2027年1月20日前，各责任科室形成初步评分结果。
（二）汇总整理。2027年1月18日前，根据初步评分情况，形成评分报告。
云岭市发展和改革局
2026年1月6日
`

const docx = (text: string): Promise<Uint8Array> =>
  writeZip([
    {
      path: 'word/document.xml',
      bytes: Buffer.from(
        `<w:document><w:body>${text
          .split('\n')
          .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
          .join('')}</w:body></w:document>`,
      ),
    },
  ])

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const openImports = async (city: City): Promise<Page> => {
  const page = await city.as(drafter)
  await goTo(page, '文件导入')
  return page
}

export const refuseFile = async (city: City): Promise<void> => {
  const page = await openImports(city)
  await look(page, 'notices')
  const buffer = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])
  await chooseFile(page, button(page, '选择文件导入'), { name: '加密.docx', mimeType: wordType, buffer })
  await page.getByRole('alert').getByText('文件有打开密码，无法读取').waitFor()
}

export const dropNotice = async (city: City): Promise<void> => {
  const page = await openImports(city)
  const bytes = [...(await docx(notice))]
  const files = await page.evaluateHandle(
    ({ content, type }) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(content)], '通知.docx', { type }))
      return data
    },
    { content: bytes, type: wordType },
  )
  await page.getByRole('region', { name: '导入文件' }).dispatchEvent('drop', { dataTransfer: files })
  await page
    .getByRole('heading', { level: 1, name: '云岭市发展和改革局关于印发2026年度重点工作考核实施方案的通知' })
    .waitFor()
  const text = page.getByRole('region', { name: '原文' })
  const inText = text.getByRole('button', { name: '投资完成', exact: true, includeHidden: true })
  await inText.click()
  const beside = page
    .getByRole('region', { name: '草稿内容' })
    .getByRole('button', { name: '指标 投资完成', exact: true })
  expect(await beside.getAttribute('aria-pressed')).toBe('true')
  await page
    .getByRole('region', { name: '草稿内容' })
    .getByRole('button', { name: '指标 项目开工', exact: true })
    .click()
  const other = text.getByRole('button', { name: '项目开工', exact: true, includeHidden: true })
  await expect.poll(() => other.getAttribute('aria-pressed')).toBe('true')
  await look(page, 'notice')
}

export const chooseFields = async (city: City): Promise<void> => {
  const page = await city.as(drafter)
  await page.getByRole('tab', { name: /^指标/ }).click()
  const row = page.getByRole('region', { name: '草稿内容' }).getByRole('group').filter({ hasText: '投资完成' })
  const mark = row.locator('[class*=field]').filter({ hasText: '分值' })
  await mark.getByRole('button', { name: '更正', exact: true }).click()
  await row.getByLabel('更正为').fill('45')
  await row.getByLabel('更正为').press('Enter')
  await mark.getByText('已更正').waitFor()
  const rule = row.locator('[class*=field]').filter({ hasText: '评分标准' })
  await rule.getByRole('button', { name: '待问', exact: true }).click()
  await rule.locator('[class*=state]').getByText('待问').waitFor()
  await page.getByRole('button', { name: /^采用其余全部/ }).click()
  await page.getByText('已全部核对，可以生成方案草稿。').waitFor()
}

export const settleFinding = async (city: City): Promise<void> => {
  const page = await city.as(drafter)
  await page.getByRole('tab', { name: /^意见/ }).click()
  const first = page.getByRole('region', { name: '草稿内容' }).locator('[class*=finding]').first()
  await first.getByRole('button', { name: '写明如何处理' }).click()
  await first.getByLabel('如何处理').fill('已与起草科室核实')
  await first.getByRole('button', { name: /^确\s?定$/ }).click()
  await first.getByText(/处理：已与起草科室核实/).waitFor()
  await look(page, 'notice-findings')
}

export const compareRevision = async (city: City): Promise<void> => {
  const page = await city.as(drafter)
  const address = page.url()
  await openImports(city)
  const revised = notice.replace('项目开工（20分）', '项目开工（25分）')
  const buffer = Buffer.from(await docx(revised))
  await chooseFile(page, button(page, '选择文件导入'), { name: '修订稿.docx', mimeType: wordType, buffer })
  await page.getByRole('tab', { name: '比对' }).click()
  const change = page.getByRole('row').filter({ hasText: '项目开工' })
  await change.getByText('25', { exact: true }).waitFor()
  await look(page, 'notice-compare')
  await page.goto(address)
}

export const makeDraft = async (city: City): Promise<void> => {
  const page = await city.as(drafter)
  await button(page, '生成方案草稿').click()
  const asked = dialog(page, '生成方案草稿')
  expect(await asked.getByLabel('标题').inputValue()).toBe(plan)
  await button(asked, '生成').click()
  await told(page, '已生成方案草稿')
  await page.getByRole('heading', { level: 1, name: plan }).waitFor()
  await page.getByRole('tab', { name: '指标体系' }).click()
  const names = await page
    .getByLabel(/^第 \d+ 行指标名称$/)
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
  expect(names).toEqual(['重大项目', '投资完成', '项目开工', '消费提质'])
  const marks = await page.getByLabel(/ 分值$/).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
  expect(marks).toEqual(['60', '45', '20', '40'])
  await page.getByRole('tab', { name: /^方案校核/ }).click()
  await page.getByText(/在导入时标为待问/).waitFor()
  await look(page, 'plan-from-notice')
  await followCorrection(page)
}

/** What was corrected leads to the words that it was put in the place of, and back. */
const followCorrection = async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name: '指标体系' }).click()
  await page.getByRole('link', { name: '投资完成 看原文', exact: true }).click()
  const text = page.getByRole('region', { name: '原文' })
  const words = text.getByRole('button', { name: '投资完成', exact: true, includeHidden: true })
  await expect.poll(() => words.getAttribute('aria-pressed')).toBe('true')
  const mark = page
    .getByRole('region', { name: '草稿内容' })
    .getByRole('group')
    .filter({ hasText: '投资完成' })
    .locator('[class*=field]')
    .filter({ hasText: '分值' })
  expect(await mark.getByRole('button').innerText()).toMatch(/45[\s\S]*40/)
  await mark.getByRole('link', { name: '分值 看方案' }).click()
  await expect
    .poll(() => page.locator('[data-pointed]').getByLabel('投资完成 分值', { exact: true }).inputValue())
    .toBe('45')
}
