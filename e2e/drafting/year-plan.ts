import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { groups, units } from '../../packages/rehearsal/src/world/units.ts'
import { button, dialog, goTo, told } from '../support/acts.ts'
import { picture } from '../support/browser.ts'
import { look } from '../support/look.ts'
import { choose, fill, paste, type RealCity, setDay } from './office.ts'
import { clerk } from './organisation.ts'
import { openTab, openYearPlan, save, yearTitle } from './plan-page.ts'
import { fillCredits, fillGates, fillWeights, mendArithmetic, readArithmetic } from './year-arithmetic.ts'

export const leadUnit = '云岭市发展和改革局'

interface Component {
  readonly name: string
  readonly mark: string
  readonly lead: string
  readonly indicators: readonly (readonly [name: string, mark: string])[]
}

/** The five of the second notice, restated, and one of another lead unit; the first sum is wrong at first. */
export const components: readonly Component[] = [
  {
    name: '高质量发展',
    mark: '50',
    lead: leadUnit,
    indicators: [
      ['重大项目提升行动', '10'],
      ['壮大消费经济暨第三产业提升行动', '10'],
      ['优化营商环境', '8'],
      ['区域对口合作', '6'],
      ['贯彻落实建设全国统一大市场', '6'],
    ],
  },
  { name: '财政绩效', mark: '20', lead: '云岭市财政局', indicators: [['预算执行进度', '20']] },
]

/** The row of an indicator, found by the name typed into it. */
const setIndicator = async (page: Page, line: number, name: string, mark: string): Promise<void> => {
  await fill(page, `第 ${line} 行指标名称`, name)
  await fill(page, `${name} 分值`, mark)
}

const fillIndicators = async (page: Page): Promise<void> => {
  let line = 0
  for (const { name, mark, lead, indicators } of components) {
    await button(page, '添加指标').click()
    const top = ++line
    await setIndicator(page, top, name, mark)
    for (const [part, points] of indicators) {
      await page
        .getByRole('button', { name: '加下级' })
        .nth(top - 1)
        .click()
      await setIndicator(page, ++line, part, points)
      await choose(page, `${part} 牵头评分单位`, lead)
    }
  }
}

const fillGroups = async (page: Page): Promise<void> => {
  for (const [at, group] of groups.entries()) {
    await button(page, '添加分组').click()
    await fill(page, `第 ${at + 1} 组名称`, group.name)
    const members = units.filter((unit) => unit.group === group.key)
    const names = [...members.map((unit) => unit.shortName), ...(at === 0 ? ['市无名局'] : [])]
    await paste(page.getByRole('combobox', { name: `${group.name} 成员单位` }), names.join('\n'))
    await page.getByText(`实列 ${members.length} 家`).nth(at).waitFor()
    if (at === 0) await page.getByText('没有登记，或名称对应不止一个单位：市无名局').waitFor()
    await fill(page, `${group.name} 文中所称家数`, String(members.length))
  }
}

/** One entry fills a column of twenty-four. */
const fillTasks = async (page: Page): Promise<void> => {
  for (const [name] of components.flatMap((component) => component.indicators)) {
    const column = page.getByLabel(`${name} 整列填入`)
    await column.fill('√')
    await column.press('Enter')
  }
  await page.getByText('看任务内容').click()
  for (const [name] of components.flatMap((component) => component.indicators)) {
    const column = page.getByLabel(`${name} 整列填入`)
    await column.fill(`完成${name}年度任务`)
    await column.press('Enter')
  }
}

const step = async (page: Page, at: number, name: string, kind: string, due: string): Promise<void> => {
  await button(page, '添加环节').click()
  await fill(page, `第 ${at} 个环节名称`, name)
  await choose(page, `${name} 属于哪类环节`, kind)
  await setDay(page, `${name} 期限`, due)
  await choose(page, `${name} 负责单位`, units[0]?.name ?? '')
}

const fillSettings = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /确认全部 \d+ 项默认值/ }).click()
  await fillCredits(page)
  await choose(page, '等次怎样划定', '按组内比例')
  await fill(page, '第 1 等名称', '优秀')
  await fill(page, '第 1 等数值', '３０％')
  await fill(page, '其余为', '良好')
  await choose(page, '同分并列跨过名额线时', '同分跨线：都评上一等次')
  await fillGates(page)
}

/** A page left the moment after the last key loses nothing: what was typed is there when it is opened again. */
const keepsWhatWasTyped = async (page: Page): Promise<void> => {
  await fill(page, '预算执行进度 分值', '20')
  await fill(page, '第 7 行指标名称', '财政绩效（含预算管理）')
  await page.reload()
  await expect
    .poll(() => page.getByLabel('第 7 行指标名称').inputValue(), { timeout: 30_000 })
    .toBe('财政绩效（含预算管理）')
}

/** 必须处理 stops the plan: marks that do not sum are mended on a click, the rest by hand. */
export const draftYearPlan = async (city: RealCity): Promise<void> => {
  const page = await city.as(clerk.login)
  await goTo(page, '考评方案')
  await look(page, 'plans-empty')
  await button(page, '起草方案').click()
  const asked = dialog(page, '起草方案')
  await fill(asked, '考评年度', '2024')
  await button(asked, '起草').click()
  await asked.getByText('请填写').waitFor()
  await fill(asked, '标题', yearTitle)
  await button(asked, '起草').click()
  await page.getByRole('heading', { level: 1, name: yearTitle }).waitFor()
  await openTab(page, '指标体系')
  await fillIndicators(page)
  // The bar that saves lies over the last row as it was typed; the table is looked at again once issued.
  await picture(page, 'year-indicators')
  await fillWeights(page)
  await keepsWhatWasTyped(page)
  await openTab(page, '考核对象及任务分配表')
  await fillGroups(page)
  await look(page, 'year-groups')
  await fillTasks(page)
  await look(page, 'year-tasks')
  await openTab(page, '进度安排')
  await step(page, 1, '牵头单位报送评分报告', '审核报送', '2025-01-20')
  await step(page, 2, '汇总', '汇总整理', '2025-01-24')
  await choose(page, '汇总 以哪些环节为前提', '牵头单位报送评分报告')
  await look(page, 'year-steps')
  await openTab(page, '设定')
  await fillSettings(page)
  await look(page, 'year-settings')
  await openTab(page, '公文信息')
  await fill(page, '主送单位（每行一个）', '各有关单位')
  await save(page)
  await openTab(page, /方案校核/)
  await look(page, 'year-findings')
}

/** What stops is listed first; a sum that does not agree is put right by the platform's own proposal. */
export const checkYearPlan = async (city: RealCity): Promise<void> => {
  const page = await city.as(clerk.login)
  await page.getByText('指标“高质量发展”分值为50分，下级指标合计40分，两者不一致').waitFor()
  await page.getByRole('button', { name: /校核（\d+ 项必须处理）/ }).waitFor()
  await button(page, '改为下级合计40分').click()
  await told(page, '已改正并保存')
  await look(page, 'year-findings-left')
  await mendArithmetic(page)
}

const director = 'zhuren'

const declareChecked = async (city: RealCity): Promise<void> => {
  const page = await openYearPlan(city, clerk.login)
  await button(page, '校核通过').click()
  await page.getByText('已校核').first().waitFor()
}

/** The head of the office sends what was checked back with a reason; the drafter is told, mends it and declares it checked anew. */
export const returnYearPlan = async (city: RealCity): Promise<void> => {
  await declareChecked(city)
  const head = await openYearPlan(city, director)
  await button(head, '退回修改').click()
  const asked = dialog(head, /^退回修改：/)
  await button(asked, '退回修改').click()
  await asked.getByText('请写明理由').waitFor()
  await asked.getByLabel('理由').fill('主送单位应写明各县区')
  await look(head, 'year-return')
  await button(asked, '退回修改').click()
  await asked.waitFor({ state: 'detached' })
  expect(await button(head, '印发').count()).toBe(0)
  const page = await openYearPlan(city, clerk.login)
  await openTab(page, '版本与比对')
  await page.getByText('理由：主送单位应写明各县区').waitFor()
  await look(page, 'year-returned')
  await openTab(page, '公文信息')
  await fill(page, '主送单位（每行一个）', '各县（区）人民政府\n各有关单位')
  await save(page)
  await declareChecked(city)
}

/** The director of the office issues it with number and date. */
export const issueYearPlan = async (city: RealCity): Promise<void> => {
  const head = await openYearPlan(city, director)
  await button(head, '印发').click()
  const asked = dialog(head, `印发：${yearTitle}`)
  await fill(asked, '发文字号', '云绩组〔2024〕1号')
  await setDay(asked, '成文日期', '2024-03-08')
  await look(head, 'year-issue')
  await button(asked, '印发').click()
  await told(head, `《${yearTitle}》已印发`)
  await look(head, 'year-issued')
  await readArithmetic(head)
}
