import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { people } from '../../packages/rehearsal/src/world/people.ts'
import { button, dialog, goTo, told } from '../support/acts.ts'
import { picture } from '../support/browser.ts'
import { chooseFile } from '../support/files.ts'
import { look } from '../support/look.ts'
import { duties, forgotten, leaves, type NoticeDuty, type NoticeLeaf, steps } from './lead-notice.ts'
import { choose, fill, password, type RealCity, setDay } from './office.ts'
import { openTab, save, yearTitle } from './plan-page.ts'
import { leadUnit } from './year-plan.ts'

export const leadTitle = '云岭市发展和改革局2024年度绩效考评指标考核实施方案'
const drafter = 'fagai.dudao'
const branch = '壮大消费经济暨第三产业提升行动'

const nameOf = (login: string): string => {
  const person = people.find((one) => one.login === login)
  if (!person) throw new Error(`nobody is ${login}`)
  return person.name
}

/** What the year plan gives the lead unit comes along: lines, marks, carriers, groups. */
export const beginLeadPlan = async (city: RealCity): Promise<void> => {
  const page = await city.as(drafter)
  await goTo(page, '考评方案')
  await button(page, '起草方案').click()
  const asked = dialog(page, '起草方案')
  await fill(asked, '考评年度', '2024')
  await fill(asked, '标题', leadTitle)
  await choose(asked, /^所属年度方案/, yearTitle)
  await button(asked, '起草').click()
  await page.getByRole('heading', { level: 1, name: leadTitle }).waitFor()
  await openTab(page, '责任分工')
  await choose(page, '归口汇总科室', '评估督导科')
}

/** The names of the rows in the tree stand in boxes; the button of a row stands beside its box. */
const rowOf = (page: Page, name: string): Locator =>
  page
    .getByRole('table', { name: '指标体系' })
    .getByRole('row')
    .filter({ has: page.locator(`input[value="${name}"]`) })

const addPart = async (page: Page, line: number, name: string, mark: string): Promise<void> => {
  await rowOf(page, branch).getByRole('button', { name: '加下级' }).click()
  await fill(page, `第 ${line} 行指标名称`, name)
  await fill(page, `${name} 分值`, mark)
}

/** A name in the sentence that is the unit's target is bound already; a figure is declared on a click. */
const bind = async (drawer: Locator, leaf: NoticeLeaf): Promise<void> => {
  const declare = button(drawer, '新建数据项并对应')
  await declare.first().click()
  await drawer.getByRole('combobox', { name: `${leaf.input} 对应的数据项` }).waitFor()
}

const describe = async (drawer: Locator, leaf: NoticeLeaf): Promise<void> => {
  await fill(drawer, '照文件原文填写', leaf.sentence)
  await drawer.getByText('平台理解为：').waitFor()
  const usual = button(drawer, '全部采用通常做法')
  if (await usual.isVisible()) await usual.click()
  await bind(drawer, leaf)
  await fill(drawer, '完成标准', leaf.standard)
  const [formula, measure, unit, publisher, release] = leaf.card
  await fill(drawer, '计算公式', formula)
  await fill(drawer, '口径', measure)
  await fill(drawer, '计量单位', unit)
  await fill(drawer, '统计时段', '2024年1月—12月')
  await fill(drawer, '发布机构', publisher)
  await fill(drawer, '采用哪次数据', release)
  for (const [at, name] of leaf.evidence.entries()) {
    await button(drawer, '添加材料').click()
    await fill(drawer, `第 ${at + 1} 项材料`, name)
  }
}

const openLeaf = async (page: Page, name: string): Promise<Locator> => {
  await rowOf(page, name)
    .getByRole('button', { name: /编\s*辑/ })
    .click()
  const drawer = dialog(page, name)
  await drawer.waitFor()
  return drawer
}

const closeLeaf = async (page: Page, name: string): Promise<void> => {
  await dialog(page, name)
    .getByRole('button', { name: /关闭|Close/ })
    .first()
    .click()
  await dialog(page, name).waitFor({ state: 'detached' })
}

export const draftIndicators = async (city: RealCity): Promise<void> => {
  const page = await city.as(drafter)
  await openTab(page, '指标体系')
  await addPart(page, 3, leaves[1]?.name ?? '', '6')
  await addPart(page, 4, forgotten.name, '3')
  await picture(page, 'lead-tree')
  for (const leaf of leaves) {
    const drawer = await openLeaf(page, leaf.name)
    await describe(drawer, leaf)
    await drawer.getByRole('button', { name: /^补齐/ }).click()
    await drawer.getByText('相符', { exact: true }).first().waitFor()
    await picture(page, `lead-leaf-${leaf.name}`)
    await closeLeaf(page, leaf.name)
  }
  await look(page, 'lead-indicators')
}

/** Who brings each figure; dates and sections that are blank come from 责任分工 and 进度安排 on one click. */
const nameSources = async (page: Page): Promise<void> => {
  for (const leaf of leaves) {
    const element = `${leaf.name}${leaf.input}`
    if (leaf.source !== '责任科室') await choose(page, `${element} 由谁提供`, leaf.source)
    if (leaf.source === '数据提供单位') await choose(page, `${element} 提供单位`, '云岭市统计局')
    if (leaf.source === '上级认定') await fill(page, '上级机关', '省统一大市场建设专班')
    await fill(page, `${element} 计量单位`, leaf.card[2])
    await fill(page, `${element} 统计时段`, '2024年1月—12月')
  }
  await button(page, '按责任分工和进度补空').click()
}

const fillColumn = async (page: Page, leaf: string, text: string): Promise<void> => {
  const column = page.getByLabel(`${leaf} 整列填入`)
  await column.fill(text)
  await column.press('Enter')
}

/** Targets by the column; one unit waits for its target from above, with somebody who asks for it. */
const setTargets = async (page: Page): Promise<void> => {
  await fillColumn(page, '重大项目提升行动', '１２．５')
  await fillColumn(page, '服务业企业培规入统', '8')
  const cell = '云岭高新技术产业开发区管理委员会 重大项目提升行动'
  await fill(page, cell, '待上级下达')
  await page.getByLabel(cell, { exact: true }).press('Tab')
  await fill(page, `${cell} 由谁催办`, '投资科')
  await setDay(page, `${cell} 提醒日期`, '2024-11-20')
}

const choosePerson = async (card: Locator, role: string, login: string): Promise<void> => {
  const box = card.getByRole('combobox', { name: role, exact: true })
  await box.fill(nameOf(login))
  await card
    .page()
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByTitle(nameOf(login))
    .last()
    .click()
}

const assign = async (page: Page, duty: NoticeDuty): Promise<void> => {
  const whom = page.getByRole('combobox', { name: '为哪个指标明确责任' })
  await whom.click()
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByText(duty.of, { exact: false })
    .last()
    .click()
  const card = page.getByRole('region', { name: new RegExp(`${duty.of}$`) })
  await choose(card, '责任科室', duty.section)
  await choosePerson(card, '责任领导', duty.leader)
  await choosePerson(card, ...duty.second)
  await fill(card, '联系电话', duty.phone)
  await fill(card, '邮箱', duty.mail)
  await fill(card, '依据条款', duty.clause)
  for (const [at, [unit, section]] of duty.supporters.entries()) {
    await button(card, '添加配合').click()
    await choose(card, `第 ${at + 1} 个配合单位`, unit)
    if (section) await choose(card, `第 ${at + 1} 个配合科室`, section)
  }
}

const setSteps = async (page: Page): Promise<void> => {
  await button(page, '按常用程序列出').click()
  for (const [kind, due] of steps) await setDay(page, `${kind} 期限`, due)
  await setDay(page, '数据收集 数据截止', '2024-12-31')
  await fill(page, '考核评分 原文所写负责科室', '评估督导科')
  await fill(page, '数据收集 原文所写负责科室', '重大评督科')
}

const addAnnex = async (page: Page): Promise<void> => {
  await button(page, '添加文件').click()
  await fill(page, '文件名称', '指标考核内容、任务、完成标准、台账目录清单')
  const title = '指标考核内容、任务、完成标准、台账目录清单'
  await fill(page, `${title} 由谁补齐`, '评估督导科')
  await setDay(page, `${title} 提醒日期`, '2024-11-08')
}

export const draftDuties = async (city: RealCity): Promise<void> => {
  const page = await city.as(drafter)
  await openTab(page, '责任分工')
  for (const duty of duties) await assign(page, duty)
  await page.getByText('只对“服务业企业培规入统”这一部分负责').waitFor()
  await look(page, 'lead-duties')
  await openTab(page, '进度安排')
  await setSteps(page)
  await look(page, 'lead-steps')
  await openTab(page, '指标体系')
  await nameSources(page)
  await openTab(page, '考核对象及任务分配表')
  await setTargets(page)
  // The bar that saves lies over the last day as it was typed: what it covers has no size to be measured.
  await picture(page, 'lead-tasks')
  await openTab(page, '依据文件')
  await addAnnex(page)
  await openTab(page, '设定')
  await page.getByRole('button', { name: /确认全部 \d+ 项默认值/ }).click()
  await save(page)
  await openTab(page, /方案校核/)
  await look(page, 'lead-findings')
}

const head = 'fagai.dudao.fuze'

const openPlan = async (city: RealCity, login: string): Promise<Page> => {
  const page = await city.as(login)
  await goTo(page, '考评方案')
  await page.getByRole('link', { name: leadTitle }).click()
  await page.getByRole('heading', { level: 1, name: leadTitle }).waitFor()
  return page
}

/** Everything that stops is mended where 去处理 leads to: the rule, the carriers, the owner, the sum. */
export const mendLeadPlan = async (city: RealCity): Promise<void> => {
  const page = await openPlan(city, drafter)
  await openTab(page, /方案校核/)
  const stops = page.getByRole('region', { name: /^必须处理/ })
  await stops.getByText(`指标“${branch}”分值为10分，下级指标合计9分，两者不一致`).waitFor()
  await stops.getByText(`指标“${forgotten.name}”没有明确由谁评分`).waitFor()
  await page.getByRole('button', { name: /^校核（4 项必须处理）$/ }).waitFor()
  const missing = stops.getByRole('article').filter({ hasText: '没有评分标准' })
  await button(missing, '去处理').click()
  await fill(page, `${forgotten.name} 分值`, '４')
  const drawer = await openLeaf(page, forgotten.name)
  await describe(drawer, forgotten)
  await closeLeaf(page, forgotten.name)
  const element = `${forgotten.name}${forgotten.input}`
  await choose(page, `${element} 由谁提供`, forgotten.source)
  await fill(page, `${element} 统计时段`, '2024年1月—12月')
  await openTab(page, '考核对象及任务分配表')
  await fillColumn(page, forgotten.name, '√')
  await openTab(page, '责任分工')
  await assign(page, { ...(duties[1] as NoticeDuty), of: forgotten.name })
  await button(page, '指定替代评分单位').first().click()
  await choose(page, `${leadUnit} 的替代评分单位`, '云岭市财政局')
  await choose(page, `${leadUnit} 的替代评分科室`, '绩效管理科')
  await save(page)
  await openTab(page, /方案校核/)
  await page.getByText('没有必须处理的事项，可以校核通过').waitFor()
  await look(page, 'lead-mended')
}

/** 提请注意 may stand as printed: the head of the section says why, under name and post. */
export const acceptAsPrinted = async (city: RealCity): Promise<void> => {
  const page = await openPlan(city, head)
  await openTab(page, /方案校核/)
  const contradiction = page.getByRole('article').filter({ hasText: '“现场核验”2025年1月15日到期' })
  await button(contradiction, '按原文执行').click()
  const asked = dialog(page, `按原文执行：${leadTitle}`)
  await button(asked, '按原文执行').click()
  await asked.getByText('请写明理由').waitFor()
  await fill(asked, '理由', '文件已会签，现场核验与初评同步进行')
  await button(asked, '按原文执行').click()
  await page.getByText(new RegExp(`${nameOf(head)}（科室负责人）.*确认按原文执行：文件已会签`)).waitFor()
  await look(page, 'lead-accepted')
}

/** The drafter sees what the head let stand and declares the plan checked; the head issues it, asked for the password again since it was given six minutes ago. */
export const issueLeadPlan = async (city: RealCity, passSixMinutes: () => Promise<void>): Promise<void> => {
  const page = await openPlan(city, drafter)
  await openTab(page, /方案校核/)
  await page.getByText(/确认按原文执行：文件已会签/).waitFor()
  await button(page, '校核通过').click()
  await page.getByText('已校核').first().waitFor()
  const issuer = await openPlan(city, head)
  await button(issuer, '印发').click()
  const asked = dialog(issuer, `印发：${leadTitle}`)
  await button(asked, '印发').click()
  await asked.getByText('请填写发文字号').waitFor()
  await fill(asked, '发文字号', '云发改发〔2024〕18号')
  await setDay(asked, '成文日期', '2024-10-23')
  await asked.getByText('按原文执行的校核意见（1 项）').waitFor()
  await look(issuer, 'lead-issue')
  await passSixMinutes()
  await button(asked, '印发').click()
  const again = dialog(issuer, '请再次确认身份')
  await fill(again, '密码', '错了-Wrong-1234')
  await button(again, '确认').click()
  await again.getByText('密码').last().waitFor()
  await fill(again, '密码', password)
  await picture(issuer, 'lead-step-up')
  await button(again, '确认').click()
  await told(issuer, `《${leadTitle}》已印发`)
  await look(issuer, 'lead-issued')
}

/** What was issued is read, not filled in; a change is another version with a reason, and the first stays. */
export const reviseLeadPlan = async (city: RealCity): Promise<void> => {
  const page = await openPlan(city, drafter)
  await openTab(page, '指标体系')
  // The page shows what this desk read before the issue until it has read again.
  await page.locator('input:disabled[aria-label="第 1 行指标名称"]').waitFor()
  expect(await button(page, '保存').count()).toBe(0)
  expect(await page.getByRole('button', { name: '添加指标' }).count()).toBe(0)
  await button(page, '修订').click()
  const asked = dialog(page, `修订：${leadTitle}`)
  await fill(asked, '理由', '省里下达投资计划，目标值随之调整')
  await button(asked, '修订').click()
  await asked.waitFor({ state: 'detached' })
  await openTab(page, '考核对象及任务分配表')
  await fill(page, '云岭高新技术产业开发区管理委员会 重大项目提升行动', '20')
  await save(page)
  await openTab(page, '版本与比对')
  await page.getByRole('row').filter({ hasText: '待上级下达' }).getByText('20', { exact: true }).waitFor()
  await look(page, 'lead-compared')
}

/** 已印发文件补录: what was sealed on paper is entered with its number, its day and the scan. */
export const registerRevision = async (city: RealCity): Promise<void> => {
  const page = await openPlan(city, drafter)
  await openTab(page, /方案校核/)
  await page.getByText(/确认按原文执行：文件已会签/).waitFor()
  await button(page, '校核通过').click()
  await page.getByText('已校核').first().waitFor()
  const issuer = await openPlan(city, head)
  await button(issuer, '已印发文件补录').click()
  const asked = dialog(issuer, `已印发文件补录：${leadTitle}`)
  await fill(asked, '发文字号', '云发改发〔2024〕26号')
  await setDay(asked, '成文日期', '2024-12-02')
  await chooseFile(issuer, button(asked, '上传盖章扫描件'), '修订方案盖章扫描件.pdf')
  await asked.getByText('已上传 修订方案盖章扫描件.pdf').waitFor()
  await look(issuer, 'lead-register')
  await button(asked, '已印发文件补录').click()
  await told(issuer, `《${leadTitle}》已补录`)
  await openTab(issuer, '版本与比对')
  const versions = issuer.getByRole('table', { name: '已印发版本' })
  await versions.getByRole('row').filter({ hasText: '云发改发〔2024〕18号' }).getByText('平台印发').waitFor()
  await versions.getByRole('row').filter({ hasText: '云发改发〔2024〕26号' }).getByText('已印发文件补录').waitFor()
  await look(issuer, 'lead-versions')
}
