import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { button, chooseOption, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'

const leaf = '服务业企业培规入统'
const title = `关于“${leaf}”的指标调整申请`
const asked = `“${leaf}”目标值由8调整为6`
const number = '云绩办〔2026〕12号'

const fromTasks = async (page: Page, verb: string): Promise<void> => {
  await goTo(page, '工作台')
  await page
    .getByRole('link', { name: new RegExp(`${verb}：${leaf}指标调整`) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

const touched = (page: Page) => page.getByRole('table', { name: '触及的评分项' }).first()

export const setWindow = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await goTo(page, '考评方案')
  await page
    .getByRole('link', { name: /年度绩效考评/ })
    .first()
    .click()
  await page.getByRole('tab', { name: /设定/ }).click()
  const row = page.getByRole('row').filter({ hasText: '管本方案及其下各实施方案' })
  await row.scrollIntoViewIfNeeded()
  await look(page, 'adjustment-setting')
}

export const ask = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await goTo(page, '指标调整')
  await page.getByText('还没有指标调整申请。').waitFor()
  await button(page, '申请调整').click()
  const form = dialog(page, '申请调整指标')
  await chooseOption(page, form, '考评方案', /发展和改革局.*交通运输局/)
  await form.getByLabel('指标', { exact: true }).fill(leaf)
  await page.locator('.ant-select-item-option').filter({ hasText: leaf }).first().click()
  await form.getByLabel('调整后目标值').fill('六家')
  await form.getByLabel('理由').fill('上级年中调减任务')
  await form.getByLabel('依据文件').fill('《关于调减服务业任务的通知》（云发〔2025〕19号）')
  await chooseFile(page, form.getByRole('button', { name: '选择材料' }), '调减任务的通知.pdf')
  await form.getByText('调减任务的通知.pdf').waitFor()
  await button(form, '保存').click()
  await form.getByText('目标值应为阿拉伯数字').waitFor()
  await look(page, 'adjustment-ask')
  await form.getByLabel('调整后目标值').fill('６')
  await button(form, '保存').click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.getByText(asked).first().waitFor()
}

export const send = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.queren')
  await fromTasks(page, '报送')
  await button(page, '报送').click()
  const form = dialog(page, /^报送/)
  await form.getByRole('table', { name: '触及的评分项' }).getByText(leaf).waitFor()
  await look(page, 'adjustment-send')
  await button(form, '报送').click()
  await page.getByText('待牵头单位意见').first().waitFor()
}

export const giveOpinion = async (city: City): Promise<void> => {
  const page = await city.as('fagai.ke2.fuze')
  await fromTasks(page, '提出意见')
  await touched(page).getByText('目标值').waitFor()
  await button(page, '提出意见').click()
  const form = dialog(page, /^提出意见/)
  await form.getByLabel('具体意见').fill('情况属实，与上级文件一致。')
  await look(page, 'adjustment-opinion')
  await button(form, '提交').click()
  await page.getByText('待考评办审核').first().waitFor()
}

export const propose = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await fromTasks(page, '报请审定')
  await button(page, '报请审定').click()
  const form = dialog(page, /^报请审定/)
  await form.getByText('情况属实，与上级文件一致。').waitFor()
  await form.getByLabel('审核意见').fill('符合调整条件，建议同意。')
  await button(form, '报请审定').click()
  await page.getByText('待审定').first().waitFor()
}

export const decide = async (city: City): Promise<void> => {
  const page = await city.as('zuzhang')
  await fromTasks(page, '审定')
  await look(page, 'adjustment-to-decide')
  await button(page, '审定').click()
  const form = dialog(page, /^审定/)
  await form.getByLabel('审定意见').fill('同意。')
  await look(page, 'adjustment-decide')
  await button(form, '审定').click()
  await page.getByText('待批复').first().waitFor()
}

export const reply = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await fromTasks(page, '批复')
  await button(page, '批复').click()
  const form = dialog(page, /^批复/)
  await form.getByLabel('批复文号').fill(number)
  await form.getByLabel('生效日期').fill('2025-10-01')
  await look(page, 'adjustment-reply')
  await button(form, '批复').click()
  await page.getByText('已批复').first().waitFor()
  const file = await downloaded(page, page.getByRole('button', { name: '批复 .docx' }))
  const text = (await openDocx(file)).text.replaceAll(/\s/g, '')
  for (const said of [number, asked, '自2025年10月1日起执行', '调减服务业任务', '组长审定，同意']) {
    expect(text).toContain(said)
  }
}

export const revise = async (city: City): Promise<void> => {
  const page = await city.as('fagai.ke2')
  await fromTasks(page, '据此修订方案')
  await look(page, 'adjustment-page')
  await button(page, '据此修订方案').click()
  await button(dialog(page, /^据此修订方案/), '据此修订方案').click()
  const finding = page.getByRole('article').filter({ hasText: `批复${number}同意` })
  await finding.getByRole('link', { name: '看指标调整申请' }).waitFor()
  await look(page, 'adjustment-finding')
  await finding.getByRole('button', { name: /目标值改为6/ }).click()
  await expect.poll(() => finding.count()).toBe(0)
  await goTo(page, '工作台')
  await goTo(page, '指标调整')
  await page.getByText('已写入修订稿').waitFor()
}

export const takeOut = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await goTo(page, '指标调整')
  await page.getByRole('table', { name: '指标调整台账' }).getByText(number).waitFor()
  await look(page, 'adjustment-list')
  await downloaded(page, page.getByRole('button', { name: '导出 Excel' }))
}
