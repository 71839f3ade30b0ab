import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { agreeToFeedback, listFeedback, showFeedback } from '../../packages/contract/src/feedback.ts'
import { checkPlan, editPlan, issuePlan, listPlans, revisePlan, showPlan } from '../../packages/contract/src/plan.ts'
import { listSheets, showSheet } from '../../packages/contract/src/sheet.ts'
import { waiveVerification } from '../../packages/contract/src/verification.ts'
import type { PlanContent } from '../../packages/domain/src/plan/model.ts'
import { appraisedUnits } from '../../packages/rehearsal/src/world/units.ts'
import { collectTheRest } from '../../packages/rehearsal/src/year/collection.ts'
import { scoreSheets } from '../../packages/rehearsal/src/year/scoring.ts'
import { button, dialog, goTo, told, toldOnceProved } from '../support/acts.ts'
import { paperOf } from '../support/browser.ts'
import type { City } from '../support/city.ts'
import { chooseFile } from '../support/files.ts'
import { httpPlayer } from '../support/http-player.ts'
import { look } from '../support/look.ts'

const title = /^云岭市财政局2025年度/
const heads = ['caizheng.ke1.fuze', 'caizheng.ke2.fuze', 'fagai.dudao.fuze']
const logins = ['caizheng.ke1', 'caizheng.ke2', 'fagai.dudao', ...heads]

/** What a year has done by then: the plan asks for feedback, its figures are closed, its sheets signed and not verified on site. */
export const prepare = async (address: string): Promise<void> => {
  const player = httpPlayer(address, logins)
  const { rows } = await player.read('caizheng.ke2', listPlans, {
    query: { page: 1, size: 50, kind: 'indicatorPlan' } as never,
  })
  const plan = rows.find((row) => title.test(row.title))
  if (plan === undefined) throw new Error('no plan')
  const params = { planId: plan.id }
  const standing = await player.read('caizheng.ke2', showPlan, { params })
  const body = { version: standing.version, reason: '增设自查自评、初评反馈' }
  const draft = await player.act('caizheng.ke2', revisePlan, { params, body })
  const { settings } = standing.content as PlanContent
  const feedback = {
    value: { workingDays: 1 },
    basis: { kind: 'interpretation', by: '市财政局', on: '2026-01-08', reason: '党组会议议定' },
  }
  const selfReview = { ...feedback, value: 'required' }
  await player.act('caizheng.ke2', editPlan, {
    params,
    body: { version: draft.version, parts: { settings: { ...settings, feedback, selfReview } } as never },
  })
  const { version } = await player.read('caizheng.ke2', showPlan, { params })
  const checked = await player.act('caizheng.ke2', checkPlan, { params, body: { version } })
  const document = { number: '云财发〔2026〕6号', date: '2026-01-08' }
  await player.act('caizheng.ke2.fuze', issuePlan, { params, body: { version: checked.version, ...document } })
  await collectTheRest(player)
  await scoreSheets(player)
  await waiveAll(address)
}

const waiveAll = async (address: string): Promise<void> => {
  const player = httpPlayer(address, logins)
  for (const login of heads) {
    const { rows } = await player.read(login, listSheets, { query: { page: 1, size: 200 } })
    for (const { id, state, mine } of rows) {
      if (state !== 'signed' || !mine) continue
      const params = { sheetId: id }
      const { version } = await player.read(login, showSheet, { params })
      await player.act(login, waiveVerification, { params, body: { version, reason: '数据直接取自国库集中支付系统' } })
    }
  }
}

export const send = async (city: City): Promise<void> => {
  const page = await city.as('caizheng.ke2')
  await goTo(page, '结果')
  await page.getByRole('link', { name: title }).first().click()
  await page.getByText('方案设有初评反馈，尚未发给被考核单位').waitFor()
  await look(page, 'feedback-blocks-lock')
  await page.getByRole('table', { name: '锁定前检查' }).getByRole('link', { name: '初评反馈' }).click()
  await button(page, '发出初评反馈').click()
  const sending = dialog(page, /^发出：/)
  await look(page, 'feedback-send')
  await button(sending, '发出').click()
  await toldOnceProved(page, /初评反馈已发出，核对至/)
  await page.getByRole('table', { name: '各单位核对情况' }).waitFor()
  await look(page, 'feedback-round')
}

export const askOne = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await goTo(page, '工作台')
  await page
    .getByRole('link', { name: /核对初评得分/ })
    .first()
    .click()
  await page.getByRole('table', { name: '初评得分' }).waitFor()
  await look(page, 'feedback-unit')
  await paperOf(page, 'feedback-letter')
  for (const [leaf, words] of [
    ['预算执行进度', '请说明计算所用的支出数和预算数'],
    ['预算绩效管理', '补充自评已于12月报送，送达回执附后'],
  ] as const) {
    await page
      .getByRole('row', { name: new RegExp(`^\\d+ ${leaf}`) })
      .getByRole('button', { name: '提出意见' })
      .click()
    const asking = dialog(page, /^对初评得分提出意见：/)
    await asking.getByLabel('意见及理由').fill(words)
    await chooseFile(page, button(asking, '选择佐证材料'), `${leaf}情况说明.pdf`)
    await asking.getByText(`${leaf}情况说明.pdf`).waitFor()
    if (leaf === '预算绩效管理') await look(page, 'feedback-ask')
    await button(asking, '提出').click()
    await told(page, '意见已提出')
    await asking.waitFor({ state: 'hidden' })
  }
  await page.getByRole('table', { name: '初评反馈意见' }).getByText('补充自评已于12月报送，送达回执附后').waitFor()
  await look(page, 'feedback-asked')
}

export const answerOne = async (city: City): Promise<void> => {
  for (const [login, kind, label, words] of [
    ['caizheng.ke2.fuze', '采纳，重新评分', '怎样重新评分', '送达回执属实，按补充自评后的完成率复核'],
    ['caizheng.ke1.fuze', '不采纳', '不采纳的理由', '以国库集中支付系统年终数为准，得分已是满分'],
  ] as const) {
    const page = await city.as(login)
    await goTo(page, '工作台')
    await page
      .getByRole('link', { name: /答复初评反馈意见/ })
      .first()
      .click()
    const whole = page.getByRole('dialog').last()
    await button(whole, '答复').click()
    const answering = dialog(page, /^答复初评反馈意见：/)
    await answering.getByRole('radio', { name: kind, exact: true }).check()
    await answering.getByLabel(label).fill(words)
    await look(page, `feedback-answer-${login}`)
    await button(answering, '答复').click()
    await told(page, '已答复')
    await answering.waitFor({ state: 'hidden' })
  }
}

/** The amendment sheet goes the way of every sheet: scored, and signed by two. */
export const settle = async (address: string): Promise<void> => {
  const player = httpPlayer(address, logins)
  await scoreSheets(player)
  await waiveAll(address)
}

export const readAnswers = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.queren')
  await goTo(page, '初评反馈')
  await page.getByRole('table', { name: '本单位的初评得分' }).getByRole('link', { name: title }).click()
  const answers = page.getByRole('table', { name: '初评反馈意见' })
  await answers.getByText('不采纳：以国库集中支付系统年终数为准，得分已是满分').waitFor()
  await answers.getByText('采纳，重新评分：送达回执属实，按补充自评后的完成率复核').waitFor()
  await look(page, 'feedback-answers')
  await button(page, '确认无异议').click()
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /确\s*认/ })
    .click()
  await told(page, '已确认无异议')
  await page.getByText(/^本单位已确认无异议/).waitFor()
}

/** What stands on the sheet at the moment in which the browser's print begins. */
const firstPrint = async (page: Page, name: string): Promise<string> => {
  const begun = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        globalThis.print = () => resolve(document.querySelector('[data-print-sheet]')?.textContent ?? '')
      }),
  )
  await button(page, name).click()
  return begun
}

export const lockAfterwards = async (city: City, address: string): Promise<void> => {
  const page = await city.as('caizheng.ke2')
  const player = httpPlayer(address, [...logins, ...appraisedUnits.map(({ key }) => `${key}.queren`)])
  const { rounds } = await player.read('caizheng.ke2', listFeedback, {})
  const params = { planId: rounds[0]?.planId ?? '' }
  const { units } = await player.read('caizheng.ke2', showFeedback, { params })
  let version = 2
  for (const { unitId, unitName, agreed } of units) {
    const key = appraisedUnits.find(({ name }) => name === unitName)?.key
    if (agreed !== null || key === undefined) continue
    version = (await player.act(`${key}.queren`, agreeToFeedback, { params, body: { unitId, version } })).version
  }
  await goTo(page, '初评反馈')
  await page.getByRole('table', { name: '反馈情况' }).getByRole('link', { name: title }).click()
  await page.getByText('意见均已答复。').waitFor()
  await look(page, 'feedback-over')
  const printed = await firstPrint(page, '打印意见一览表')
  expect(printed).toContain('送达回执属实，按补充自评后的完成率复核')
  expect(printed).toContain('以国库集中支付系统年终数为准，得分已是满分')
  await page.getByRole('link', { name: '到“结果”页' }).click()
  await button(page, '锁定结果').waitFor()
  expect(await page.getByText('方案设有初评反馈').count()).toBe(0)
}
