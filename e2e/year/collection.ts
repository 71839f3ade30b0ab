import type { Locator, Page } from 'playwright-core'
import { button, dialog, goTo, told } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile } from '../support/files.ts'
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
  await button(drawer, '报送').click()
  await drawer.getByRole('alert').getByText('逾期').first().waitFor()
  if (first) await look(page, 'datum-late-refused')
  await drawer.getByLabel('逾期原因').fill('年末数据经主管部门复核后方可对外提供，故于期限后三日报送')
  if (figure === '重大项目年度投资完成额')
    await attach(page, drawer, '项目投资完成情况表（加盖公章）', '项目投资完成情况表.pdf')
  else await dropOn(page, drawer, '活动方案', '促消费活动方案.pdf')
  if (first) await look(page, 'datum-late')
  await button(drawer, '报送').click()
  await told(page, '已报送')
}

/** 待办 leads the late unit to its figures; it says why it is late and attaches what the list asks. */
export const reportLate = async (city: City): Promise<void> => {
  for (const [unit, figures] of Object.entries(late)) {
    const page = await city.as(`${unit}.tianbao`)
    if (unit === 'jiaotong') await look(page, 'workbench-reporter')
    for (const [figure, value] of Object.entries(figures)) await reportOne(page, figure, value, unit === 'jiaotong')
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
