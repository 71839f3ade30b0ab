import type { Page } from 'playwright-core'
import { button, chooseOption, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile } from '../support/files.ts'
import { look } from '../support/look.ts'
import { yearPlan } from './register.ts'

const matter = '获评全国交通运输系统先进集体'
const asked = '云岭市发展和改革局'

const open = async (page: Page): Promise<void> => {
  await goTo(page, '加减分核定')
  await page.getByRole('link', { name: matter }).click()
  await page.getByRole('heading', { level: 1, name: matter }).waitFor()
}

/** An appraised unit claims a bonus with its document; without a scan it is told so and nothing is lost. */
export const claimBonus = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await goTo(page, '加减分核定')
  await button(page, '申报加分').click()
  const form = dialog(page, '申报加分')
  await form.getByLabel('事项', { exact: true }).fill(matter)
  await chooseOption(page, form, '类别', '表彰奖励')
  await form.getByLabel('申报分值').fill('１．５')
  await form.getByLabel('依据文件').fill('关于表彰先进集体的决定')
  await form.getByLabel('发文机关').fill('交通运输主管部门')
  await form.getByPlaceholder('发文字号').fill('交表〔2025〕88号')
  await form.getByLabel('文件日期').fill('2025-12-05')
  await button(form, '申报').click()
  await form.getByText('请附依据文件的扫描件').waitFor()
  await chooseFile(page, form.getByRole('button', { name: '选择扫描件' }), '表彰决定.pdf')
  await form.getByText('表彰决定.pdf').waitFor()
  await look(page, 'credit-claim')
  await button(form, '申报').click()
  await page.getByRole('heading', { level: 1, name: matter }).waitFor()
  await page.getByText('+1.5').waitFor()
  await page.getByText('待初审').first().waitFor()
}

/** First review by one of the office, joint review by another, who does not recognise it and says why. */
export const reviewClaim = async (city: City): Promise<void> => {
  const staff = await city.as('kaoping')
  await open(staff)
  await button(staff, '初审').click()
  await button(dialog(staff, /^初审：/), '同意').click()
  await staff.getByText('待联审').first().waitFor()
  const director = await city.as('zhuren')
  await open(director)
  await button(director, '联审').click()
  const judged = dialog(director, /^联审：/)
  await judged.getByRole('radio', { name: '不予认定' }).click()
  await judged.getByLabel('理由').fill('表彰对象为个人，不属于单位荣誉')
  await button(judged, '不予认定').click()
  await director.getByText('此事项已办结').first().waitFor()
  await look(director, 'credit-refused')
  const unit = await city.as('jiaotong.tianbao')
  await open(unit)
  await unit.getByRole('table', { name: '办理过程' }).getByText('表彰对象为个人，不属于单位荣誉').waitFor()
}

/** 布置, 零报告 and 关账: totals then say nothing of a register that is not closed. */
export const closeRegister = async (city: City): Promise<void> => {
  const director = await city.as('zhuren')
  await goTo(director, '加减分核定')
  await button(director, '布置报送').click()
  const form = dialog(director, '布置扣分、否决事项报送')
  await form.getByLabel('报送截止').fill('2026-01-15')
  await form.getByLabel('增加单位').fill(asked)
  await director.locator('.ant-select-item-option').filter({ hasText: asked }).first().click()
  await form.getByText(asked).last().waitFor()
  await button(form, '布置').click()
  await form.waitFor({ state: 'hidden' })
  await director.getByText(`${asked}（未回复）`).waitFor()
  const body = await city.as('fagai.ke1')
  await goTo(body, '加减分核定')
  await button(body, '零报告').click()
  await button(dialog(body, /^零报告：/), '零报告').click()
  await body.getByText(`${asked}（零报告）`).waitFor()
  await goTo(director, '工作台')
  await goTo(director, '加减分核定')
  await button(director, '关账').click()
  await button(dialog(director, `关账：${yearPlan}`), '关账').click()
  await director.getByText('已关账').first().waitFor()
  await look(director, 'credit-register')
}
