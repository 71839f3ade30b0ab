import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { button, chooseOption, dialog, goTo, told } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'
import { printsWhole } from '../support/on-paper.ts'

const title = '云岭市发展和改革局2025年度绩效考评指标考核实施方案'
const indicator = '重大项目提升行动'
const unit = '云岭市交通运输局'

const openPlan = async (page: Page): Promise<void> => {
  await goTo(page, '考评方案')
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

export const ask = async (city: City): Promise<void> => {
  const page = await city.as('fagai.dudao')
  await openPlan(page)
  await button(page, '修订').click()
  const form = dialog(page, /^修订/)
  await form.getByRole('textbox').first().fill('补充重大项目季度节点')
  await button(form, '修订').click()
  await page.getByRole('tab', { name: '指标节点' }).click()
  await page.getByText('没有设置节点。').waitFor()
  await button(page, '按季度列出').click()
  const seasons = dialog(page, '按季度列出节点')
  await chooseOption(page, seasons, '指标', indicator)
  const shares = seasons.getByLabel(/累计应达$/)
  for (const [at, share] of ['10', '40', '75', '100'].entries()) await shares.nth(at).fill(share)
  await look(page, 'milestones-seasons')
  await button(seasons, '列出').click()
  const rows = page.getByRole('table', { name: '指标节点' })
  await expect.poll(() => rows.getByRole('row').count()).toBe(5)
  await look(page, 'milestones-plan')
  await button(page, '保存').click()
  await told(page, '已保存')
  await button(page, '校核通过').click()
  await page.getByText('已校核').first().waitFor()
}

export const issue = async (city: City): Promise<void> => {
  const page = await city.as('fagai.dudao.fuze')
  await openPlan(page)
  await button(page, '印发').click()
  const asked = dialog(page, /^印发/)
  await asked.getByLabel('发文字号').fill('云发改发〔2026〕1号')
  await button(asked, '印发').click()
  await told(page, /已印发/)
  await goTo(page, '节点看板')
  await page.getByRole('table', { name: '节点看板' }).getByRole('columnheader', { name: unit }).waitFor()
  await look(page, 'milestones-board')
}

export const urge = async (city: City): Promise<void> => {
  const page = await city.as('fagai.ke1')
  await goTo(page, '节点看板')
  const row = page.getByRole('table', { name: '节点看板' }).getByRole('row', { name: /一季度/ })
  await expect.poll(() => row.getByText('红灯').count()).toBeGreaterThan(5)
  await button(page, '按亮灯催办').click()
  await told(page, /^已就 \d+ 个节点告知 \d+ 人。$/)
  await button(page, '按亮灯催办').click()
  await told(page, '亮灯的节点都已告知过，没有新的需要告知。')
}

const openOwn = async (page: Page): Promise<void> => {
  await goTo(page, '工作台')
  await page
    .getByRole('link', { name: new RegExp(`报告完成：${indicator} · 一季度`) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: `一季度（${unit}）` }).waitFor()
}

export const report = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await openOwn(page)
  await page.getByText('1.25亿元（目标值12.5亿元的10%）').waitFor()
  await look(page, 'milestones-one')
  await button(page, '报告完成').click()
  const form = dialog(page, /^报告完成/)
  await form.getByLabel('完成情况').fill('省道改造一期完成路基工程，累计完成投资1.6亿元。')
  await button(form, '报告完成').click()
  await form.getByRole('alert').getByText('请附证明完成的材料').waitFor()
  await chooseFile(page, form.getByRole('button', { name: '选择文件' }), '项目投资完成情况表.pdf')
  await form.getByText('项目投资完成情况表.pdf').waitFor()
  await button(form, '报告完成').click()
  await form.getByRole('alert').getByText('请填写截至目前的完成数').waitFor()
  await form.getByLabel('完成数').fill('１．６')
  await look(page, 'milestones-report')
  await button(form, '报告完成').click()
  await page.getByText('待确认').first().waitFor()
}

export const confirm = async (city: City): Promise<void> => {
  const page = await city.as('fagai.ke1')
  await goTo(page, '工作台')
  await page
    .getByRole('link', { name: new RegExp(`确认完成：${indicator} · 一季度（${unit}）`) })
    .first()
    .click()
  await page.getByText('省道改造一期完成路基工程').first().waitFor()
  await button(page, '确认完成').click()
  await button(dialog(page, /^确认完成/), '确认完成').click()
  await page.getByText('已确认完成。').waitFor()
  await look(page, 'milestones-confirmed')
  await printsWhole(page)
  await goTo(page, '节点看板')
  const row = page.getByRole('table', { name: '节点看板' }).getByRole('row', { name: /一季度/ })
  await row.getByText('已完成').waitFor()
  await printsWhole(page)
}

export const board = async (city: City): Promise<void> => {
  const page = await city.as('zhuren')
  await goTo(page, '驾驶舱')
  await page.getByText(/^红灯 \d+ 个$/).waitFor()
  await look(page, 'milestones-cockpit')
  await page.getByRole('link', { name: '未完成的指标节点' }).click()
  await page.getByRole('heading', { level: 1, name: '节点看板' }).waitFor()
  await page.getByRole('list', { name: '亮灯情况' }).getByRole('button', { name: /红灯/ }).click()
  await expect.poll(() => page.getByRole('table', { name: '节点看板' }).getByText('已完成').count()).toBe(0)
  await page.getByRole('list', { name: '亮灯情况' }).getByRole('button', { name: /红灯/, pressed: true }).waitFor()
}

export const putOut = async (city: City): Promise<void> => {
  const page = await city.as('zhuren')
  await page.getByRole('link', { name: '按日期列出' }).click()
  const list = page.getByRole('table', { name: '指标节点台账' })
  await list.getByRole('row').nth(2).waitFor()
  await look(page, 'milestones-list')
  await printsWhole(page)
  await page.getByLabel('关键字').fill('交通')
  await button(page, '查询').click()
  await expect.poll(() => list.getByRole('link').count()).toBe(4)
  const text = (await openDocx(await downloaded(page, page.getByRole('button', { name: '亮灯情况表 .docx' })))).text
  for (const said of ['指标节点亮灯情况表', unit, '红灯', '已完成', '不直接增减得分']) expect(text).toContain(said)
}
