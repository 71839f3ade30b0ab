import { expect } from 'vitest'
import { openDocx } from '../../packages/papers/src/testing/open-docx.ts'
import { button, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded } from '../support/files.ts'
import { look } from '../support/look.ts'
import { printsWhole } from '../support/on-paper.ts'

const leaf = '预算绩效管理'
const unit = '云岭市交通运输局'
const subject = `${unit}“${leaf}”`
const facts = '经核对送达回执，单位12月30日已补报绩效自评，系漏登。'
let corrected = ''

const fromWorkbench = async (city: City, login: string, verb: string) => {
  const page = await city.as(login)
  await goTo(page, '工作台')
  await page.getByRole('link', { name: new RegExp(`^${verb}：${leaf}`) }).click()
  await page.getByRole('heading', { level: 1, name: subject }).waitFor()
  return page
}

/** A reporter chooses one published score and says why; the draft waits for the head of the unit. */
export const draft = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await goTo(page, '异议复核')
  await look(page, 'objection-none')
  await page.getByRole('link', { name: '提出异议' }).click()
  const row = page.getByRole('table', { name: '已公布的得分' }).getByRole('row', { name: new RegExp(leaf) })
  await row.waitFor()
  await look(page, 'objection-scores')
  await printsWhole(page)
  await row.getByRole('button', { name: '提出异议' }).click()
  const form = dialog(page, /^提出异议：/)
  const points = await form.getByText(/满分 .* 分/).textContent()
  corrected = /满分 ([\d.]+) 分/.exec(points ?? '')?.[1] ?? ''
  expect(corrected).not.toBe('')
  await form.getByLabel('异议理由').fill('补充自评已于12月30日报送，有送达回执，未计入完成数。')
  await chooseFile(page, button(form, '选择佐证材料'), '送达回执.pdf')
  await form.getByText('送达回执.pdf').waitFor()
  await look(page, 'objection-begin')
  await button(form, '保存').click()
  await page.getByRole('heading', { level: 1, name: subject }).waitFor()
  await page.getByText('起草中').first().waitFor()
}

export const send = async (city: City): Promise<void> => {
  const page = await fromWorkbench(city, 'jiaotong.queren', '提交异议')
  await button(page, '提交异议').first().click()
  await button(dialog(page, /^提交异议/), '提交异议').click()
  await page.getByText('待受理').first().waitFor()
}

export const register = async (city: City): Promise<void> => {
  const page = await fromWorkbench(city, 'kaoping', '受理')
  await button(page, '受理').first().click()
  const form = dialog(page, /^受理/)
  await look(page, 'objection-register')
  await button(form, '受理').click()
  await page.getByText('待答复').first().waitFor()
  await page.getByText('异议〔2025〕1号').first().waitFor()
}

export const answer = async (city: City): Promise<void> => {
  const page = await fromWorkbench(city, 'caizheng.ke2.fuze', '答复')
  await button(page, '答复').first().click()
  const form = dialog(page, /^答复：/)
  await form.getByLabel('查明的事实').fill(facts)
  await form.getByRole('radio', { name: '更正得分' }).check()
  await form.getByLabel('更正后得分').fill(corrected)
  await form.getByLabel('建议的理由').fill('补报在时限内，应计入。')
  await look(page, 'objection-answer')
  await button(form, '答复').click()
  await page.getByText('待复核').first().waitFor()
}

/** Who signed the sheet has nothing to do here; somebody else of the bureau scores again. The unit sees none of it yet. */
export const scoreAgain = async (city: City): Promise<void> => {
  const signer = await city.as('caizheng.ke2')
  await goTo(signer, '异议复核')
  await signer.getByRole('link', { name: leaf }).first().click()
  await signer.getByRole('heading', { level: 1, name: subject }).waitFor()
  expect(await button(signer, '复核').count()).toBe(0)
  const page = await fromWorkbench(city, 'caizheng.fenguan', '复核')
  await button(page, '复核').first().click()
  const form = dialog(page, /^复核：/)
  await form.getByRole('radio', { name: '更正得分' }).check()
  await form.getByLabel('更正后得分').fill(corrected)
  await form.getByLabel('复核的理由').fill('核对回执原件属实。')
  await button(form, '复核').click()
  await page.getByText('待决定').first().waitFor()
  const own = await city.as('jiaotong.queren')
  await goTo(own, '异议复核')
  await own.getByRole('link', { name: leaf }).first().click()
  await own.getByText('待决定').first().waitFor()
  expect(await own.getByText(facts).count()).toBe(0)
}

export const decide = async (city: City): Promise<void> => {
  const page = await fromWorkbench(city, 'zhuren', '登记决定')
  await look(page, 'objection-page')
  await button(page, '登记决定').first().click()
  const form = dialog(page, /^登记决定：/)
  await button(form, '查看影响范围').click()
  await form.getByRole('table', { name: '影响范围' }).getByText(unit).waitFor()
  await look(page, 'objection-impact')
  await form.getByLabel('决定内容').fill('同意复核意见，更正该项得分。')
  await chooseFile(page, form.getByRole('button', { name: '选择扫描件' }), '异议复核审批表.pdf')
  await form.getByText('异议复核审批表.pdf').waitFor()
  await button(form, '登记决定').click()
  await page.getByText('待核对').first().waitFor()
}

export const confirm = async (city: City): Promise<void> => {
  const page = await fromWorkbench(city, 'kaoping', '核对决定')
  await button(page, '核对决定').first().click()
  await button(dialog(page, /^核对决定/), '核对决定').click()
  await page.getByText('更正得分').first().waitFor()
  await page
    .getByText(/更正结果印发前，原结果继续有效/)
    .first()
    .waitFor()
  await look(page, 'objection-decided')
}

/** With the decision the unit reads all of it, and prints the answer; the published score is what it still sees. */
export const read = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.queren')
  await goTo(page, '工作台')
  await goTo(page, '异议复核')
  await page.getByRole('link', { name: leaf }).first().click()
  await page.getByText(facts).waitFor()
  await look(page, 'objection-unit')
  await printsWhole(page)
  const file = await downloaded(page, page.getByRole('button', { name: '异议复核答复 .docx' }))
  const text = (await openDocx(file)).text.replace(/\s/g, '')
  for (const words of ['异议〔2025〕1号', facts, `更正为${corrected}分`, '原公布的结果继续有效']) {
    expect(text).toContain(words)
  }
}

/** The register of the office, and what the observer looks at. */
export const lookOver = async (city: City): Promise<void> => {
  const page = await city.as('kaoping')
  await goTo(page, '异议复核')
  await page.getByRole('table', { name: '异议复核' }).getByText('异议〔2025〕1号').waitFor()
  await look(page, 'objection-register-list')
  await printsWhole(page)
  const file = await downloaded(page, page.getByRole('button', { name: '异议复核登记簿 .docx' }))
  expect((await openDocx(file)).text).toContain('共1件，已办结1件')
  const observer = await city.as('jijian')
  await goTo(observer, '监督事项')
  await observer.getByText('异议复核').first().waitFor()
}
