import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { postLabels } from '../../packages/messages/src/zh-CN/post.ts'
import { filledIn } from '../../packages/papers/src/testing/filled-in.ts'
import { rehearsalPassword } from '../../packages/rehearsal/src/accounts.ts'
import { choose } from '../drafting/office.ts'
import { button, dialog, goTo, told } from '../support/acts.ts'
import { openDesk, paperOf } from '../support/browser.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded, xlsx } from '../support/files.ts'
import { look } from '../support/look.ts'

const unit = '云岭市交通运输局'
const title = `${unit}人员变动申报`
const newcomer = { login: '交通.沈溪亭', name: '沈溪亭' }
const reporter = 'jiaotong.tianbao'

/** The security administrator makes somebody of a unit its administrator. */
export const appoint = async (city: City): Promise<void> => {
  const page = await city.as('anquan')
  await goTo(page, '组织人员', '人员任职')
  await page.getByLabel('关键字').fill(reporter)
  await button(page, '查询').click()
  await page.getByRole('row').filter({ hasText: reporter }).first().click()
  const drawer = page.getByRole('dialog').first()
  await button(drawer, '任职登记').click()
  const given = dialog(page, /^任职登记/)
  await choose(given, '职务', '单位管理员')
  await choose(given, '单位', unit)
  await button(given, '登记').click()
  await told(page, '已登记任职')
  await drawer.getByRole('button', { name: '关闭' }).first().click()
  await drawer.waitFor({ state: 'detached' })
}

const openProposals = async (page: Page): Promise<void> => {
  await goTo(page, '组织人员', '单位科室')
  await page.getByRole('link', { name: '人员变动申报' }).click()
  await page.getByRole('heading', { level: 1, name: '人员变动申报' }).waitFor()
}

/** One line by hand, with a fault shown at its field first, and others by workbook. */
export const propose = async (city: City): Promise<void> => {
  const page = await city.as(reporter)
  await openProposals(page)
  await button(page, '起草申报').click()
  await dialog(page, '起草人员变动申报').getByLabel('说明').fill('局党组任职文件')
  await button(dialog(page, '起草人员变动申报'), '起草').click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await button(page, '增加一行').click()
  const form = dialog(page, '增加一行')
  await form.getByLabel('登录名').fill(reporter)
  await form.getByLabel('姓名').fill(newcomer.name)
  await choose(form, /^职务(选填)?$/, '填报人')
  await button(form, '保存').click()
  await form.getByText(/登录名“jiaotong.tianbao”已被使用/).waitFor()
  await look(page, 'people-line')
  await form.getByLabel('登录名').fill(newcomer.login)
  await button(form, '保存').click()
  await form.waitFor({ state: 'detached' })

  await button(page, '导入 Excel').click()
  const asked = dialog(page, '导入 Excel')
  const template = await downloaded(page, button(asked, '下载模板'))
  const line = ['新进人员', '交通.祝青禾', '祝青禾', '', '', '', '', postLabels.post.unitHead, '', '', '', '2025-01-10']
  await chooseFile(page, button(asked, '选择文件'), xlsx('申报表.xlsx', await filledIn(template, [line])))
  await asked.getByText('共 1 行，未发现错误').waitFor()
  await button(asked, '登记 1 行').click()
  await told(page, '已登记 1 行')
  await button(page, '报送').click()
  const sending = dialog(page, /^报送：/)
  await sending.getByText('祝青禾').waitFor()
  await button(sending, '报送').click()
  await page.getByText('已报送，由安全管理员审核。').waitFor()
  await look(page, 'people-submitted')
}

/** From the workbench: what is sound at once, one line returned with the reason. */
export const decide = async (city: City): Promise<void> => {
  const page = await city.as('anquan')
  await goTo(page, '工作台')
  const task = page.getByRole('row').filter({ hasText: title }).first()
  await button(task, '领办').click()
  await task.getByText('本人').waitFor()
  await look(page, 'task-claimed')
  await page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await button(page, '审核').click()
  const form = dialog(page, /^审核：/)
  await form
    .getByRole('group', { name: /祝青禾/ })
    .getByText('退回')
    .click()
  await form.getByLabel('祝青禾的退回理由').fill('请补充任职文件')
  await button(form, '无误的全部通过').click()
  await look(page, 'people-decide')
  await button(form, '办理 2 行').click()
  await told(page, '已通过 1 行，退回 1 行')

  const unitPage = await city.as(reporter)
  await openProposals(unitPage)
  await unitPage.getByRole('link', { name: unit }).first().click()
  await unitPage.getByText('请补充任职文件').waitFor()
  await look(unitPage, 'people-returned')
  await button(unitPage.getByRole('row').filter({ hasText: '祝青禾' }), '删去').click()
  await unitPage.getByText('已全部办理。').waitFor()
}

/** The slip is printed with a code that the browser holds for this print only. */
const printed = async (page: Page): Promise<string> => {
  await page.evaluate(() => {
    globalThis.print = () => {
      const sheet = document.querySelector('[data-print-sheet]')?.cloneNode(true) as HTMLElement
      sheet.id = 'kept-print'
      document.body.append(sheet)
    }
  })
  const made = dialog(page, '打印账号条')
  await button(made, '打印').click()
  const kept = page.locator('#kept-print')
  await kept.waitFor({ state: 'attached' })
  await page.evaluate(() => document.body.classList.add('printing-sheet'))
  await paperOf(page, 'account-slips')
  const text = (await kept.textContent()) ?? ''
  await page.evaluate(() => {
    document.body.classList.remove('printing-sheet')
    document.querySelector('#kept-print')?.remove()
  })
  return text
}

/** 账号条 for those of the unit without a password; its holder sets one by the code on the paper, and is in. */
export const enterBySlip = async (city: City, browser: Browser, address: string): Promise<void> => {
  const page = await city.as('anquan')
  await goTo(page, '组织人员', '人员任职')
  await button(page, '打印账号条').click()
  const form = dialog(page, '打印账号条')
  await choose(form, '单位', unit)
  await form.getByLabel(new RegExp(newcomer.name)).waitFor()
  await look(page, 'account-slips')
  await button(form, '生成 1 张').click()
  const proof = dialog(page, '请再次确认身份')
  const made = form.getByText('已生成 1 张')
  await proof.or(made).first().waitFor()
  if (await proof.isVisible()) {
    await proof.getByLabel('密码', { exact: true }).fill(rehearsalPassword)
    await button(proof, '确认').click()
  }
  await made.waitFor()
  const text = await printed(page)
  expect(text).toContain(newcomer.login)
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(text)?.[0] ?? ''
  await button(form, '关闭').last().click()

  const desk = await openDesk(browser, address)
  await desk.page.goto('/links')
  await desk.page.getByLabel('设置码').fill(code.toLowerCase())
  await look(desk.page, 'link-code')
  await button(desk.page, '下一步').click()
  await desk.page.getByLabel('新密码', { exact: true }).fill('青山入座-Walnut-5')
  await desk.page.getByLabel('再输一次', { exact: true }).fill('青山入座-Walnut-5')
  await button(desk.page, '设置密码').click()
  await desk.page.getByText(newcomer.login).waitFor()
  await desk.page.getByRole('link', { name: '去登录' }).click()
  await desk.page.getByLabel('登录名', { exact: true }).fill(newcomer.login)
  await desk.page.getByLabel('密码', { exact: true }).fill('青山入座-Walnut-5')
  await desk.page.getByRole('button', { name: /^登\s*录$/ }).click()
  await desk.page.getByRole('navigation', { name: '主菜单' }).waitFor()
  await desk.close()
}
