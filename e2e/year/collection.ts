import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { button, dialog, goTo, told } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile } from '../support/files.ts'
import { agreeToLateEntries, askLateEntry } from '../support/late-entry.ts'
import { look } from '../support/look.ts'

/** The units that the world leaves late, with what they now hand in for each figure asked of them. */
const late = {
  jiaotong: { 重大项目年度投资完成额: '１０', 促消费活动场次: '3' },
  weijian: { 重大项目年度投资完成额: '12.6', 促消费活动场次: '5' },
}

/** Chooses a file for one entry of the evidence list and waits until the entry says 已提供. */
const attach = async (page: Page, drawer: Locator, entry: string, name: string): Promise<void> => {
  const slot = drawer.getByRole('listitem').filter({ hasText: entry })
  await chooseFile(page, slot.getByRole('button', { name: '选择文件，或拖到此处' }), name)
  await slot.getByRole('link', { name }).waitFor()
}

/** The other way of handing in a file: dropped on its line. */
const dropOn = async (page: Page, drawer: Locator, entry: string, name: string): Promise<void> => {
  const slot = drawer.getByRole('listitem').filter({ hasText: entry })
  const files = await page.evaluateHandle((fileName) => {
    const carried = new DataTransfer()
    carried.items.add(new File([`%PDF-1.7\n% ${fileName}\n%%EOF\n`], fileName, { type: 'application/pdf' }))
    return carried
  }, name)
  await slot.dispatchEvent('drop', { dataTransfer: files })
  await slot.getByRole('link', { name }).waitFor()
}

const reportOne = async (page: Page, figure: string, value: string, first: boolean): Promise<void> => {
  await goTo(page, '工作台')
  await page.getByRole('link', { name: new RegExp(`^报送：${figure}`) }).click()
  const drawer = dialog(page, new RegExp(`^${figure} · `))
  await drawer.getByRole('textbox', { name: figure, exact: true }).fill(value)
  await drawer.getByText('2026-01-12（同意补报）').waitFor()
  if (figure === '重大项目年度投资完成额')
    await attach(page, drawer, '项目投资完成情况表（加盖公章）', '项目投资完成情况表.pdf')
  else await dropOn(page, drawer, '活动方案', '促消费活动方案.pdf')
  if (first) await look(page, 'datum-late')
  await button(drawer, '报送').click()
  await told(page, '已报送')
}

/** What is past its day is locked: each late unit asks leave, the heads of the sections that score agree until a day. */
export const askLeave = async (city: City): Promise<void> => {
  for (const [unit, figures] of Object.entries(late)) {
    const page = await city.as(`${unit}.tianbao`)
    if (unit === 'jiaotong') await look(page, 'workbench-reporter')
    const [first] = Object.keys(figures)
    for (const figure of Object.keys(figures)) {
      await askLateEntry(page, figure, unit === 'jiaotong' && figure === first ? 'late-entry' : undefined)
    }
  }
  const answered = [
    await agreeToLateEntries(await city.as('fagai.ke1.fuze'), 'late-entry'),
    await agreeToLateEntries(await city.as('fagai.ke2.fuze')),
  ]
  expect(answered).toEqual([2, 2])
}

/** What was handed in by mistake is taken back while the head has not opened it; afterwards it says who has. */
const takeBack = async (city: City): Promise<void> => {
  const [page, head] = [await city.as('jiaotong.tianbao'), await city.as('jiaotong.queren')]
  const { pathname, searchParams } = new URL(page.url())
  searchParams.delete('turn')
  const shown = `${pathname}?${searchParams}`
  const drawer = dialog(page, /^促消费活动场次 · /)
  await page.goto(shown)
  await button(drawer, '撤回').click()
  await drawer.getByRole('textbox', { name: '促消费活动场次', exact: true }).fill('3')
  await drawer.getByLabel('更正说明').fill('核对场次后重新报送')
  await button(drawer, '报送').click()
  await told(page, '已报送')
  await button(drawer, '撤回').waitFor()
  await head.goto(shown)
  await dialog(head, /^促消费活动场次 · /)
    .getByRole('row', { name: /^首次阅看/ })
    .waitFor()
  await button(drawer, '撤回').click()
  await drawer.getByText(/已于.*阅看本数据，不能再撤回/).waitFor()
  await look(page, 'datum-opened')
  await page.keyboard.press('Escape')
  await head.keyboard.press('Escape')
}

/** 待办 leads the late unit to its figures, which are open now; it attaches what the list asks. */
export const reportLate = async (city: City): Promise<void> => {
  for (const [unit, figures] of Object.entries(late)) {
    const page = await city.as(`${unit}.tianbao`)
    for (const [figure, value] of Object.entries(figures)) await reportOne(page, figure, value, unit === 'jiaotong')
    if (unit === 'jiaotong') await takeBack(city)
    await goTo(page, '工作台')
    await page.getByText('没有待办事项。').waitFor()
  }
}

/** Everything that waits for this person's 确认 or 关闭 at once, after the dialog has shown it. */
export const takeTurn = async (page: Page, act: '确认' | '关闭', name?: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^待我${act}`) }).click()
  await button(page, '全选').click()
  await page.getByRole('button', { name: new RegExp(`^${act}所选 [1-9]`) }).click()
  const verb = act === '关闭' ? '关闭数据' : act
  const asked = dialog(page, new RegExp(`^${verb}：`))
  await asked.waitFor()
  if (name) await look(page, name)
  const gap = asked.getByLabel('缺件说明')
  if (await gap.isVisible()) await gap.fill('原件存本单位档案室，电子件随后补传')
  await button(asked, verb).click()
  await told(page, `已${act}`)
}

/** The head of the unit stands behind what was reported; what the list misses is explained. */
export const confirmReported = async (city: City): Promise<void> => {
  for (const unit of ['jiaotong', 'weijian', 'nongye']) {
    const page = await city.as(`${unit}.queren`)
    await goTo(page, '数据采集与填报')
    await takeTurn(page, '确认', unit === 'jiaotong' ? 'collection-confirm' : undefined)
  }
}

/** The scoring sections close what is confirmed, so that sheets may cite it. */
export const closeData = async (city: City): Promise<void> => {
  for (const at of [1, 2, 3, 4, 5]) {
    const page = await city.as(`fagai.ke${at}`)
    await goTo(page, '数据采集与填报')
    await takeTurn(page, '关闭', at === 1 ? 'collection-close' : undefined)
    await page.getByText('目前没有待您办理的数据。').waitFor()
  }
}
