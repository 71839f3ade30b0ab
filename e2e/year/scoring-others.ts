import type { Page } from 'playwright-core'
import { button, dialog, goTo, told } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { look } from '../support/look.ts'
import { takeTurn } from './collection.ts'
import { openSheet, sign } from './scoring.ts'

/** Who scores a sheet, and what it takes points for, in the handler's words. */
interface Scoring {
  /** Logins of the two who sign. */
  readonly handler: string
  readonly head: string
  readonly leaf: string
  readonly reason: string
  /** The row of a recused unit, which another body scores on a sheet of its own. */
  readonly recused?: boolean
}

/** Where one sentence fits every unit that lost points it is said once, in each unit's own figures. */
const sayForAll = async (page: Page, reason: string, name?: string): Promise<void> => {
  await button(page, '批量填写依据').click()
  const fill = dialog(page, '批量填写数据来源和评分依据')
  await fill.getByRole('button', { name: /^填写 [1-9]/ }).waitFor()
  const sentence = fill.getByLabel('扣分理由（选填）')
  if (await sentence.isVisible()) {
    await sentence.fill(reason)
    await fill.getByText(/^如云岭/).waitFor()
  }
  if (name) await look(page, name)
  await fill.getByRole('button', { name: /^填写 [1-9]/ }).click()
  await told(page, /已填写/)
}

/** One sheet from its reasons to its second signature. */
const scoreAndSign = async (city: City, scoring: Scoring, name?: string): Promise<void> => {
  const { handler, head, leaf, reason, recused } = scoring
  const link = new RegExp(recused ? `^${leaf}.*回避替代` : `^${leaf}$`)
  const first = await city.as(handler)
  await openSheet(first, link)
  await sayForAll(first, reason, name)
  await button(first, '完成初评').click()
  await sign(first)
  const second = await city.as(head)
  await openSheet(second, link)
  await sign(second)
}

/** A substitute types what it collected about a recused unit straight into the table, and reports it at once. */
const collectRecused = async (
  city: City,
  { handler, head }: Pick<Scoring, 'handler' | 'head'>,
  figures: Readonly<Record<string, string>>,
  ticks: readonly string[] = [],
): Promise<void> => {
  const page = await city.as(handler)
  await goTo(page, '数据采集与填报')
  await page.getByRole('button', { name: /^待我报送/ }).click()
  for (const [label, figure] of Object.entries(figures))
    await page.getByRole('textbox', { name: label, exact: true }).fill(figure)
  if (ticks.length > 0) {
    await button(page, '勾选').click()
    for (const tick of ticks) await page.getByRole('dialog').getByRole('checkbox', { name: tick }).check()
    await look(page, 'collection-checklist')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await page.getByRole('button', { name: /^报送已填的/ }).click()
  const asked = dialog(page, /^报送：/)
  await asked.getByLabel('逾期原因').fill('回避单位数据由替代科室另行采集，晚于期限三日')
  if (ticks.length > 0) await look(page, 'collection-batch-report')
  await button(asked, '报送').click()
  await told(page, `已报送 ${Object.keys(figures).length + Math.min(ticks.length, 1)} 项`)
  const second = await city.as(head)
  await goTo(second, '数据采集与填报')
  await takeTurn(second, '确认')
  await goTo(page, '数据采集与填报')
  await takeTurn(page, '关闭')
}

const section = (unit: string, at: number | 'dudao') =>
  at === 'dudao'
    ? { handler: `${unit}.dudao`, head: `${unit}.dudao.fuze` }
    : { handler: `${unit}.ke${at}`, head: `${unit}.ke${at}.fuze` }

const lead: readonly Scoring[] = [
  { ...section('fagai', 1), leaf: '重大项目提升行动', reason: '全年完成投资{实际完成}亿元，计划{目标值}亿元' },
  { ...section('fagai', 2), leaf: '服务业企业培规入统', reason: '全年新增入统{实际完成}家，任务{目标值}家' },
  { ...section('fagai', 2), leaf: '促消费活动', reason: '全年开展促消费活动{实际完成}场，不足4场' },
  { ...section('fagai', 4), leaf: '区域对口合作', reason: '合作要点所列任务未全部完成' },
  {
    ...section('fagai', 5),
    leaf: '贯彻落实建设全国统一大市场',
    reason: '省专班通报妨碍公平竞争的问题{实际完成}例',
  },
]

const finance: readonly Scoring[] = [
  { ...section('caizheng', 1), leaf: '预算执行进度', reason: '部门预算执行率{实际完成}%，未达到95%' },
  { ...section('caizheng', 2), leaf: '预算绩效管理', reason: '绩效自评完成率{实际完成}%，应为{目标值}%' },
]

const safety: readonly Scoring[] = [
  { ...section('yingji', 2), leaf: '安全生产责任落实', reason: '经认定的生产安全责任事故{实际完成}起' },
  { ...section('yingji', 1), leaf: '应急值班与预案管理', reason: '值班抽查和预案备案情况评定为{实际完成}分' },
]

const substitute = { ...section('caizheng', 2), recused: true }
const substituteOfFinance = { ...section('fagai', 'dudao'), recused: true }

/** The other indicators of the lead unit, each by its own section; its own rows of them by the substitute. */
export const scoreOthers = async (city: City): Promise<void> => {
  await collectRecused(
    city,
    substitute,
    {
      '云岭市发展和改革局 妨碍公平竞争的问题数': '0',
      '云岭市应急管理局 生产安全责任事故起数': '０',
      '云岭市应急管理局 应急值班与预案管理评定': '7.5',
    },
    ['制定年度合作计划', '开展互访对接', '合作项目落地见效'],
  )
  for (const scoring of lead) {
    await scoreAndSign(city, scoring, scoring === lead[0] ? 'sheet-fill-reasons' : undefined)
    await scoreAndSign(city, { ...scoring, ...substitute })
  }
}

/** The two other lead units of the platform score theirs the same way. */
export const scoreOtherLeadUnits = async (city: City): Promise<void> => {
  await collectRecused(city, substituteOfFinance, {
    '云岭市财政局 部门预算执行率': '96.5',
    '云岭市财政局 绩效自评完成率': '98.5',
  })
  for (const scoring of finance) {
    await scoreAndSign(city, scoring)
    await scoreAndSign(city, { ...scoring, ...substituteOfFinance })
  }
  for (const scoring of safety) {
    await scoreAndSign(city, scoring)
    await scoreAndSign(city, { ...scoring, ...substitute })
  }
}
