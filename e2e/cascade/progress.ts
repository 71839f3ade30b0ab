import { expect } from 'vitest'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { readZip } from '../../packages/papers/src/zip/read.ts'
import { button, dialog, goTo, told } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'
import { open, roads, title } from './breakdown.ts'

export const schedule = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await open(page)
  await page.getByRole('tab', { name: '调度' }).click()
  await page.getByText('还没有设置调度日历。').waitFor()
  await button(page, '调度日历').click()
  const form = dialog(page, '调度日历')
  await form.getByRole('radio', { name: '按季' }).check()
  await form.getByLabel('自何日起').fill('2025-10-01')
  await look(page, 'cascade-calendar')
  await button(form, '保存').click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('table', { name: '任务调度表' }).getByText('未报告').first().waitFor()
}

export const urge = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await button(page, '催办').click()
  await told(page, /已就 3 项未报任务通知/)
  await look(page, 'cascade-round')
}

export const report = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await goTo(page, '工作台')
  await page.getByRole('link', { name: new RegExp(`报告进展：${roads}`) }).click()
  await page.getByRole('button', { name: new RegExp(`报告进展 ${roads}`) }).click()
  const form = dialog(page, /^报告进展/)
  await form.getByLabel('进展情况').fill('路面全部完成，待验收')
  await button(form, '报告').click()
  await form.getByText('请填写累计完成数').waitFor()
  await form.getByLabel('累计完成').fill('171')
  await form.getByLabel('全年预计').fill('180')
  await form.getByLabel('存在困难').fill('验收排期较晚')
  await chooseFile(page, button(form, '选择材料'), '验收申请.pdf')
  await form.getByText('验收申请.pdf').waitFor()
  await look(page, 'cascade-report')
  await button(form, '报告').click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('table', { name: '任务调度表' }).getByText('待确认').waitFor()
}

export const confirm = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.queren')
  await goTo(page, '工作台')
  await page.getByRole('link', { name: new RegExp(`确认：${roads}`) }).click()
  await page.getByRole('button', { name: new RegExp(`确认 ${roads}`) }).click()
  const form = dialog(page, /^确认/)
  await form.getByText('路面全部完成').waitFor()
  await button(form, '确认').click()
  await page.getByRole('table', { name: '任务调度表' }).getByText('已确认').waitFor()
}

export const lead = async (city: City): Promise<void> => {
  const page = await city.as('zuzhang')
  await open(page)
  await page.getByRole('tab', { name: '调度' }).click()
  await page.getByRole('table', { name: '任务调度表' }).getByText('95.00').waitFor()
  const text = (await openDocx(await downloaded(page, page.getByRole('button', { name: '任务调度表 .docx' })))).text
  for (const said of ['任务调度表', '2025年第4季度', '171公里', '验收排期较晚', title])
    expect(text.replaceAll(/\s/g, '')).toContain(said)
  await page.getByRole('tab', { name: '预测' }).click()
  const table = page.getByRole('table', { name: '得分预测' })
  await table
    .getByRole('row', { name: new RegExp(roads) })
    .getByText('上级评分标准')
    .waitFor()
  await page.getByText(/可预测的 1 个指标/).waitFor()
  await look(page, 'cascade-outlook')
}

export const inspect = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await open(page)
  await page.getByRole('tab', { name: '迎检' }).click()
  await page.getByText('还有 2 项没有材料').waitFor()
  await page.getByRole('table', { name: '迎检资料' }).getByText('验收申请.pdf').waitFor()
  await look(page, 'cascade-inspection')
  const parts = await readZip(await downloaded(page, button(page, '下载迎检资料包')))
  expect(parts.map(({ path }) => path)).toEqual(['迎检资料目录.xlsx', `01-${roads}/云岭市交通运输局/01-验收申请.pdf`])
}
