import { expect } from 'vitest'
import { withParts } from '../../packages/papers/src/testing/odd-zips.ts'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { button, chooseOption, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'
import { yearPlan } from '../year/register.ts'

const docx = (name: string, buffer: Buffer) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer,
})

/** 文书模板: from the sample, a wrong one told where, a preview on screen, a pledge made and kept. */
export const useTemplates = async (city: City): Promise<void> => {
  const page = await city.as('zhuren')
  await goTo(page, '公文')
  await page.getByRole('link', { name: '全年文书', exact: true }).click()
  await page.getByRole('link', { name: '文书模板', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '文书模板' }).waitFor()
  await chooseOption(page, page.locator('main'), '方案', yearPlan)
  await page.locator('main').getByLabel('文书', { exact: true }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '目标责任书' }).first().click()
  const sample = await downloaded(page, button(page, '下载样例模板'))

  await button(page, '新增文书模板').click()
  const adding = dialog(page, '新增文书模板')
  await adding.getByLabel('文书').click()
  await page.locator('.ant-select-item-option:visible').filter({ hasText: '目标责任书' }).first().click()
  await adding.getByLabel('模板名称').fill('责任书（本办格式）')
  const wrong = await withParts(sample, {
    'word/document.xml': (xml) => xml.replace('{分值合计}', '{总得分}').replace('{目标值}', '98.5'),
  })
  await chooseFile(page, button(adding, '选择 .docx 模板'), docx('有误.docx', Buffer.from(wrong)))
  await adding.getByText(/正文第\d+段.*“\{总得分\}”不存在/).waitFor()
  await adding.getByText(/正文第\d+段.*“98.5”是手工写入的数字/).waitFor()
  expect(await button(adding, '保存').isEnabled()).toBe(false)
  await look(page, 'template-faults')
  await chooseFile(page, adding.getByRole('button', { name: /选择/ }), docx('责任书.docx', sample))
  await adding.getByText('未发现问题').waitFor()
  await button(adding, '保存').click()
  await adding.waitFor({ state: 'hidden' })

  const row = page.getByRole('row', { name: /责任书（本办格式）/ })
  await row.getByRole('button', { name: '预览和出具' }).click()
  const filling = dialog(page, /按“责任书/)
  await filling.getByRole('img', { name: '第 1 面' }).waitFor()
  await look(page, 'template-preview')
  await button(filling, '出具').click()
  await filling.waitFor({ state: 'hidden' })
  const made = page.getByRole('row', { name: /年度目标责任书.*责任书（本办格式）（第1版）/ })
  const { text } = await openDocx(await downloaded(page, button(made, '下载')))
  expect(text).toMatch(/分值合计\d+(?:\.\d+)?分/)
  expect(text).not.toMatch(/[{}]/)
  await look(page, 'templates')
}
