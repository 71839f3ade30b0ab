import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { postLabels } from '../../packages/messages/src/zh-CN/post.ts'
import { cellOf, filledIn, type Line, notesIn } from '../../packages/papers/src/testing/filled-in.ts'
import { people, unitByKey } from '../../packages/rehearsal/src/world/people.ts'
import { appraisedUnits, officeKey, units } from '../../packages/rehearsal/src/world/units.ts'
import { button, dialog, goTo, told } from '../support/acts.ts'
import { chooseFile, downloaded, xlsx } from '../support/files.ts'
import { look } from '../support/look.ts'
import { choose, fill, type RealCity } from './office.ts'

const office = unitByKey(officeKey)

interface Newcomer {
  readonly name: string
  readonly login: string
  readonly post: string
}

const administrators: readonly Newcomer[] = [
  { name: '施望舒', login: '系统员', post: postLabels.post.systemAdmin },
  { name: '孔听松', login: '审计员', post: postLabels.post.auditAdmin },
]

/** The one who registers bodies, so that the rest can come by workbook. */
export const clerk: Newcomer = { name: '严致远', login: '考评科.严致远', post: postLabels.post.officeStaff }

const openPerson = async (page: Page, name: string): Promise<Locator> => {
  await page.getByRole('row').filter({ hasText: name }).first().click()
  const drawer = dialog(page, name)
  await drawer.waitFor()
  return drawer
}

const closeDrawer = async (page: Page, name: string): Promise<void> => {
  await dialog(page, name)
    .getByRole('button', { name: /关闭|Close/ })
    .first()
    .click()
  await dialog(page, name).waitFor({ state: 'detached' })
}

const register = async (page: Page, person: Newcomer): Promise<void> => {
  await button(page, '登记人员').click()
  const form = dialog(page, '登记人员')
  await fill(form, '姓名', person.name)
  await fill(form, '登录名', person.login)
  await button(form, '保存').click()
  await told(page, '已登记')
  const drawer = await openPerson(page, person.name)
  await button(drawer, '任职登记').click()
  const given = dialog(page, `任职登记：${person.name}`)
  await choose(given, '职务', person.post)
  await choose(given, '单位', office.name)
  await button(given, '登记').click()
  await told(page, '已登记任职')
  await closeDrawer(page, person.name)
}

/** 一次性链接: shown once to the security administrator, who hands it over. */
const linkFor = async (page: Page, name: string, picture?: string): Promise<string> => {
  const drawer = await openPerson(page, name)
  await button(drawer, '发送一次性链接').click()
  const asked = dialog(page, `一次性链接：${name}`)
  await button(asked, '生成链接').click()
  const link = (await asked.getByText(/\/links\//).textContent()) ?? ''
  if (picture) await look(page, picture)
  await button(asked, '关闭').last().click()
  await closeDrawer(page, name)
  return link
}

/** The page says which administrator is missing until all three are there and have set their passwords. */
export const registerAdministrators = async (city: RealCity): Promise<void> => {
  const page = await city.security()
  await goTo(page, '组织人员', '人员任职')
  await page.getByText(/三员尚缺：.*系统管理员.*审计管理员/).waitFor()
  for (const person of administrators) {
    await register(page, person)
    await city.letIn(person.login, await linkFor(page, person.name, 'one-time-link'), 'set-password')
  }
  await page.reload()
  await page
    .getByRole('grid', { name: '人员任职' })
    .or(page.getByRole('table', { name: '人员任职' }))
    .waitFor()
  expect(await page.getByText('三员尚缺').count()).toBe(0)
  await register(page, clerk)
  await city.letIn(clerk.login, await linkFor(page, clerk.name))
}

const openImport = async (page: Page, table: string): Promise<Locator> => {
  await button(page, '导入 Excel').click()
  const asked = dialog(page, '导入 Excel')
  await choose(asked, '登记表', table)
  return asked
}

interface Table {
  readonly table: string
  readonly lines: readonly Line[]
}

/** Template, filled in, checked, registered as one act. */
const bringIn = async (page: Page, { table, lines }: Table, name?: string): Promise<void> => {
  const asked = await openImport(page, table)
  const template = await downloaded(page, button(asked, '下载模板'))
  await chooseFile(page, button(asked, '选择文件'), xlsx(`${table}.xlsx`, await filledIn(template, lines)))
  await asked.getByText(`共 ${lines.length} 行，未发现错误`).waitFor()
  if (name) await look(page, name)
  await button(asked, `登记 ${lines.length} 行`).click()
  await told(page, `已登记 ${lines.length} 行`)
  await asked.waitFor({ state: 'detached' })
}

const unitLines: readonly Line[] = units
  .filter((unit) => unit.key !== officeKey)
  .map((unit, at) => [unit.name, unit.shortName, (unit.aliases ?? []).join('、'), String((at + 1) * 10)])

const sectionLines: readonly Line[] = units.flatMap((unit) =>
  (unit.sections ?? []).map((section) => [unit.shortName, section.name, '', (section.aliases ?? []).join('、')]),
)

/** What clerks really send: a name twice, none at all, a figure that is none; every wrong cell comes back marked. */
const wrongLines: readonly Line[] = [
  ...unitLines.slice(0, 3),
  ['', '市某局'],
  [unitLines[0]?.[0] ?? '', '市重名局'],
  ['云岭市㛃山管理局', '㛃山局', '', '１０％'],
  ['云岭市𠮷水河道管理处', '=cmd|calc', '', '12'],
]

export const importUnits = async (city: RealCity): Promise<void> => {
  const page = await city.as(clerk.login)
  await goTo(page, '组织人员', '单位科室')
  await look(page, 'units-empty')
  const asked = await openImport(page, '单位登记表')
  const template = await downloaded(page, button(asked, '下载模板'))
  const wrong = await filledIn(template, wrongLines)
  await chooseFile(page, button(asked, '选择文件'), xlsx('单位登记表.xlsx', wrong))
  await asked.getByText(/处需要修改/).waitFor()
  await look(page, 'units-faults')
  const marked = await downloaded(page, button(asked, '下载标注后的原表'))
  const notes = await notesIn(marked)
  expect(Object.keys(notes).toSorted()).toEqual(['A6', 'A7', 'D8'])
  expect(await cellOf(marked, 'D8')).toBe('１０％')
  await button(asked, '取消').click()
  await bringIn(page, { table: '单位登记表', lines: unitLines }, 'units-checked')
  await bringIn(page, { table: '科室登记表', lines: sectionLines })
  await look(page, 'units')
  expect(appraisedUnits.length).toBe(24)
}

const staff = people.filter((person) =>
  person.posts.every((post) => !['systemAdmin', 'auditAdmin'].includes(post.kind)),
)

const peopleLines: readonly Line[] = staff.map(({ name, login, phone, mail }) => [name, login, phone, mail])

const postLines: readonly Line[] = staff.flatMap((person) =>
  person.posts.map((post) => [
    person.login,
    person.name,
    postLabels.post[post.kind],
    unitByKey(post.unit).name,
    post.section ?? '',
    post.title ?? '',
    '',
    '2024-01-01',
  ]),
)

/** Those who draft and issue sign in for the first time by their links. */
export const drafters = ['zhuren', 'fagai.dudao', 'fagai.dudao.fuze'] as const

export const importPeople = async (city: RealCity): Promise<void> => {
  const page = await city.security()
  await goTo(page, '组织人员', '人员任职')
  await bringIn(page, { table: '人员登记表', lines: peopleLines })
  await bringIn(page, { table: '任职登记表', lines: postLines })
  await look(page, 'people')
  for (const login of drafters) {
    const person = staff.find((one) => one.login === login)
    if (!person) throw new Error(`nobody is ${login}`)
    await page.getByLabel('关键字').fill(login)
    await button(page, '查询').click()
    await city.letIn(login, await linkFor(page, person.name))
  }
}
