import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { button, chooseOption, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { chooseFile, downloaded, printedCode } from '../support/files.ts'
import { look } from '../support/look.ts'
import { takeTurn } from './collection.ts'
import { openSheet, sign } from './scoring.ts'

const arrange = async (page: Page, scorer: string): Promise<Locator> => {
  await goTo(page, '现场核验')
  const row = page.getByRole('row').filter({ hasText: '优化营商环境' }).filter({ hasText: scorer })
  await button(row, '安排核验').click()
  const asked = dialog(page, '安排核验：优化营商环境')
  await asked.waitFor()
  return asked
}

/** Not every sheet needs a visit; who decides against it says why. */
export const waive = async (city: City): Promise<void> => {
  const page = await city.as('caizheng.ke2.fuze')
  const asked = await arrange(page, '云岭市财政局')
  await asked.getByRole('radio', { name: '不作现场核验' }).check()
  await asked.getByLabel('理由').fill('满意度取自政务服务平台原始评价，已逐件核对，无须到单位核验')
  await look(page, 'verification-waive')
  await button(asked, '不作现场核验').click()
  await asked.waitFor({ state: 'hidden' })
  await page.getByText('无须到单位核验').first().waitFor()
}

/** The other sheets, each by the head who signed it, until nothing waits for a decision. */
export const waiveOthers = async (city: City): Promise<void> => {
  const heads = [
    'fagai.ke1',
    'fagai.ke2',
    'fagai.ke4',
    'fagai.ke5',
    'fagai.dudao',
    'caizheng.ke1',
    'caizheng.ke2',
    'yingji.ke1',
    'yingji.ke2',
  ]
  for (const section of heads) {
    const page = await city.as(`${section}.fuze`)
    await goTo(page, '现场核验')
    const undecided = page.getByRole('button', { name: '安排核验' })
    await undecided.first().waitFor()
    for (let left = await undecided.count(); left > 0; left -= 1) {
      await undecided.first().click()
      const asked = dialog(page, /^安排核验：/)
      await asked.getByRole('radio', { name: '不作现场核验' }).check()
      await asked.getByLabel('理由').fill('数据取自系统或上级通报，已逐项核对原件，无须到单位核验')
      await button(asked, '不作现场核验').click()
      await asked.waitFor({ state: 'hidden' })
      await expect.poll(() => undecided.count()).toBe(left - 1)
    }
  }
}

/** The list is fixed first; the seed is made of what several people say on the spot, before a witness. */
export const drawSample = async (city: City): Promise<void> => {
  const page = await city.as('fagai.ke3')
  const asked = await arrange(page, '营商环境科')
  await asked.getByRole('radio', { name: /随机/ }).check()
  await look(page, 'verification-arrange')
  await button(asked, '安排').click()
  await page.getByText('名单已定，由监督人见证抽样。').waitFor()
  await button(page, '抽样').click()
  const draw = dialog(page, '抽样：优化营商环境')
  await draw.getByRole('textbox', { name: '第 1 个数值', exact: true }).fill('3719')
  await draw.getByRole('textbox', { name: '第 2 个数值', exact: true }).fill('８０４６')
  await chooseOption(page, draw, '监督人', /市绩效办|领导小组办公室/)
  await look(page, 'verification-draw')
  await button(draw, '抽样').click()
  await page.getByRole('heading', { name: '抽样记录表' }).waitFor()
  await look(page, 'verification-drawn')
}

const openVerification = async (page: Page): Promise<Locator> => {
  await goTo(page, '现场核验')
  const line = page.getByRole('row').filter({ hasText: '优化营商环境' }).filter({ hasText: '营商环境科' })
  await line.getByRole('link', { name: '优化营商环境' }).click()
  const units = page.getByRole('region', { name: '核验单位与前后对照' }).getByRole('table')
  await units.waitFor()
  return units.getByRole('row').nth(1)
}

/** The group prints the record, goes there, registers what both sides signed, and says which figure should be another. */
export const visit = async (city: City): Promise<void> => {
  const page = await city.as('fagai.heyan')
  const unit = await openVerification(page)
  const code = await printedCode(await downloaded(page, button(unit, '核验记录表 .docx')))
  await button(unit, '登记核验').click()
  const asked = dialog(page, /^登记核验记录：/)
  await asked.getByLabel('核验日期').fill('2026-01-08')
  const members = asked.getByLabel('核验人员（两人以上）')
  await members.click()
  const people = page.locator('.ant-select-item-option')
  await people.nth(0).click()
  await people.nth(1).click()
  await members.press('Escape')
  await asked.getByLabel('核验情况').fill('抽查企业回访记录40份，其中9份评价与系统登记不一致，核减后满意度为78.5%。')
  await asked.getByLabel('记录表页脚校验码').fill(code)
  await chooseFile(
    page,
    asked.getByRole('button', { name: '选择签字记录表的扫描件' }),
    '现场核验记录表（双方签字）.pdf',
  )
  await asked.getByText('现场核验记录表（双方签字）.pdf').waitFor()
  await look(page, 'verification-visit')
  await button(asked, '登记').click()
  await asked.waitFor({ state: 'hidden' })
  await button(unit, '提出意见').click()
  const opinion = dialog(page, /^评分意见：/)
  await opinion.getByRole('checkbox', { name: '应予改动' }).check()
  await opinion.getByLabel(/^核验数/).fill('78.5')
  await opinion.getByLabel('理由').fill('回访记录核减9份后重新计算')
  await look(page, 'verification-opinion')
  await button(opinion, '建议改动').click()
  await opinion.waitFor({ state: 'hidden' })
  await unit.getByText('回访记录核减9份后重新计算').waitFor()
  await look(page, 'verification-visited')
}

/** The handler adopts; the row falls and is signed anew by two people, before and after stay side by side. */
export const adopt = async (city: City): Promise<void> => {
  const handler = await city.as('fagai.ke3')
  const unit = await openVerification(handler)
  await button(unit, '答复').click()
  const asked = dialog(handler, /的评分意见$/)
  await asked.waitFor()
  await look(handler, 'verification-answer')
  await button(asked, '采纳').click()
  await asked.waitFor({ state: 'hidden' })
  await unit.getByText('未签').waitFor()
  await look(handler, 'verification-adopted')
}

/** What fell is signed anew on a sheet of its own; then the verification is done and shows before and after. */
export const signAgain = async (city: City): Promise<void> => {
  const handler = await city.as('fagai.ke3')
  await goTo(handler, '数据采集与填报')
  await takeTurn(handler, '关闭')
  await openSheet(handler, /^优化营商环境补签/)
  await look(handler, 'sheet-amendment')
  await handler.getByRole('button', { name: '下一个缺理由的单位' }).click()
  const editor = handler.getByRole('region', { name: '填写依据和理由' })
  const lost = editor.getByRole('textbox', { name: '第 1 项扣分' })
  if (await lost.isEditable()) await lost.fill('8')
  await editor.getByRole('textbox', { name: '第 1 项理由' }).fill('现场核验后满意度为78.5%，低于80%，按方案不得分')
  await button(editor, '保存').click()
  await handler.getByText('已齐备 1/1').waitFor()
  await button(handler, '完成初评').click()
  await sign(handler, 'sheet-amendment-sign')
  const head = await city.as('fagai.ke3.fuze')
  await openSheet(head, /^优化营商环境补签/)
  await sign(head, 'sheet-amendment-sign-head')
  const unit = await openVerification(handler)
  await unit.getByText('未签').waitFor({ state: 'hidden' })
  await button(handler, '核验办结').click()
  await handler.getByText('核验已办结。').waitFor()
  await look(handler, 'verification-closed')
}
