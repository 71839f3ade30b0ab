import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { button, chooseOption, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'
import { addUnit, openRound, proved, runner, title } from './rounds.ts'

const second = 'fagai.ke3.fuze'
const phone = { width: 390, height: 844 }
const desk = { width: 1366, height: 768 }

const act = async (page: Page, verb: string, state: string): Promise<void> => {
  await button(page, verb).click()
  await button(dialog(page, new RegExp(`^${verb}`)), verb).click()
  await proved(page, page.getByText(state).first())
}

export const drawUp = async (city: City): Promise<void> => {
  const page = await city.as(runner)
  await goTo(page, '评议')
  await page.getByText('还没有评议').waitFor()
  await button(page, '起草评议').click()
  const form = dialog(page, '起草评议')
  await chooseOption(page, form, '评议结果作为', /企业满意度/)
  await look(page, 'evaluation-begin')
  await button(form, '起草').click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()

  await button(page, '添加评价渠道').click()
  const peers = page.getByRole('group', { name: '部门互评' })
  await peers.getByLabel('权重').fill('60')
  await peers.getByLabel('最低票数').fill('1')
  await peers.getByRole('checkbox', { name: '限制高分' }).check()
  await peers.getByLabel('高分比例').fill('20')
  await peers.getByLabel('评价人职务').click()
  await page.keyboard.type('填报人')
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: /^填报人$/ })
    .click()
  await page.keyboard.press('Escape')
  await peers.getByRole('button', { name: '移除' }).waitFor({ state: 'detached' })
  await addUnit(page, peers, '云岭市交通运输局')
  await addUnit(page, peers, '云岭市商务局')

  await button(page, '添加评价渠道').click()
  const paper = page.getByRole('group', { name: '新渠道' })
  await paper.getByLabel('渠道名称').fill('企业评议')
  const named = page.getByRole('group', { name: '企业评议' })
  await named.getByRole('radio', { name: '纸质票' }).check()
  await named.getByRole('radio', { name: '等次' }).check()
  await named.getByLabel('权重').fill('40')
  await look(page, 'evaluation-plan')
  await button(page, '保存方案').click()
  await button(page, '已保存').waitFor()
}

export const open = async (city: City): Promise<void> => {
  const page = await city.as(runner)
  await button(page, '开始评议').first().click()
  const asked = dialog(page, /^开始评议/)
  await asked.getByText('少于 1 票不计结果').waitFor()
  await button(asked, '开始评议').click()
  await proved(page, page.getByText('评议中').first())
  await page.getByText('还没有填票').waitFor()
  await look(page, 'evaluation-open')
}

/** Fills every field of the ballot, the first one with the mark for it. */
const fill = async (page: Page, mark: string, first: string): Promise<number> => {
  const fields = page.getByRole('region', { name: '我的票：部门互评' }).getByRole('textbox')
  await fields.first().waitFor()
  const count = await fields.count()
  for (let at = 0; at < count; at++) await fields.nth(at).fill(at === 0 ? first : mark)
  return count
}

export const castBallots = async (city: City): Promise<void> => {
  for (const [login, mark] of [
    ['jiaotong.tianbao', '88'],
    ['shangwu.tianbao', '84'],
  ] as const) {
    const page = await city.as(login)
    await page.setViewportSize(phone)
    await page.goto('/evaluations')
    await page.getByRole('link', { name: title }).first().click()
    await page.getByText('本单位不评').waitFor()
    expect(await page.getByText(/还有 \d+ 个单位没有评/).count()).toBe(1)
    expect(await button(page, '提交我的票').isDisabled()).toBe(true)
    await fill(page, '95', '95')
    await page.getByText(/高分最多 \d+ 个/).waitFor()
    expect(await button(page, '提交我的票').isDisabled()).toBe(true)
    await fill(page, mark, '90')
    await page.getByText('已全部评完。').waitFor()
    if (login === 'jiaotong.tianbao') await look(page, 'evaluation-ballot')
    await button(page, '提交我的票').click()
    await page.getByText(/已于 .* 提交，回执号/).waitFor()
    await look(page, `evaluation-sent-${login}`)
    await page.setViewportSize(desk)
  }
}

const count = async (page: Page, excellent: string): Promise<void> => {
  await openRound(page)
  await button(page, '登记计票').first().click()
  const form = dialog(page, /^登记计票/)
  await form.getByLabel('发出票数').fill('30')
  await form.getByLabel('收回票数').fill('28')
  await form.getByLabel('无效票数').fill('1')
  const fields = form.getByLabel(/：优秀$/)
  const units = await fields.count()
  for (let at = 0; at < units; at++) await fields.nth(at).fill(at === 0 ? excellent : '20')
  await chooseFile(page, form.getByRole('button', { name: '选择扫描件' }), `计票单${excellent}.pdf`)
  await form.getByText(`计票单${excellent}.pdf`).waitFor()
  await look(page, 'evaluation-count')
  await button(form, '登记').click()
  await form.waitFor({ state: 'hidden' })
}

export const countPaper = async (city: City): Promise<void> => {
  const page = await city.as(runner)
  await count(page, '21')
  await page.getByText('待另一人复核计票。').waitFor()
  const other = await city.as(second)
  await count(other, '22')
  await other.getByText(/两次计票有 1 处不一致/).waitFor()
  await look(other, 'evaluation-differences')
  await count(page, '22')
  await page.getByText('两人计票一致。').waitFor()
}

export const tally = async (city: City): Promise<void> => {
  const page = await city.as(runner)
  await openRound(page)
  await act(page, '结束填票', '待计票')
  await act(page, '计票', '已计票')
  const table = page.getByRole('table', { name: '评议结果', exact: true })
  await table.waitFor()
  await look(page, 'evaluation-result')
  const file = await downloaded(page, page.getByRole('button', { name: '评议结果统计表 .docx' }))
  const text = (await openDocx(file)).text.replaceAll(/\s/g, '')
  for (const said of ['结果统计表', '计票人', '监票人', '部门互评', '企业评议']) expect(text).toContain(said)
  const observer = await city.as('jiaotong.tianbao')
  await openRound(observer)
  expect(await observer.getByRole('heading', { name: '评议结果' }).count()).toBe(0)
}

/** In the rehearsal the section has reported the figure before: it is not written over behind anybody's back. */
export const feed = async (city: City): Promise<void> => {
  const page = await city.as(runner)
  await button(page, '报送结果').click()
  const asked = dialog(page, /^报送结果/)
  await asked.getByText(/个单位的结果报送为方案的数据/).waitFor()
  await asked.getByRole('textbox').fill('评议年初集中组织')
  await button(asked, '报送结果').click()
  await proved(page, page.getByText(/这项数据已经报送。请先在“数据采集与填报”退回修改/))
  await look(page, 'evaluation-feed')
}
