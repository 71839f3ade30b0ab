import { button, dialog, goTo, told, toldOnceProved } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { look } from '../support/look.ts'

const unit = '云岭市交通运输局'

/** The unit gives itself points with reasons and a report; its head signs, and whoever scores reads both scores beside. */
export const reviewItself = async (city: City): Promise<void> => {
  const page = await city.as('jiaotong.tianbao')
  await goTo(page, '工作台')
  await page
    .getByRole('link', { name: /填写自查自评/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: '预算执行进度 自评分' }).fill('12')
  await page.getByRole('textbox', { name: '预算绩效管理 自评分' }).fill('６.5')
  await page.getByRole('textbox', { name: '预算绩效管理 自评扣分理由' }).fill('两个项目自评逾期，年底前已补齐')
  await page.getByLabel('自评报告').fill('全年预算执行率99.2%，项目支出绩效自评基本完成。')
  await look(page, 'self-review-fill')
  await button(page, '保存').click()
  await told(page, '已保存')
  const head = await city.as('jiaotong.queren')
  await goTo(head, '工作台')
  await head
    .getByRole('link', { name: /签字确认自查自评/ })
    .first()
    .click()
  await button(head, '签字').click()
  const signing = dialog(head, /^签字：/)
  await signing.getByText('两个项目自评逾期，年底前已补齐').waitFor()
  await look(head, 'self-review-sign')
  await button(signing, '签字').click()
  await toldOnceProved(head, '自查自评已签字')
  const scorer = await city.as('caizheng.ke2')
  await goTo(scorer, '自查自评')
  await scorer.getByRole('table', { name: '各单位自查自评' }).getByRole('link', { name: unit }).click()
  await scorer
    .getByRole('table', { name: '自评分、初评分、核定分' })
    .getByRole('row', { name: /预算绩效管理 8 6.5/ })
    .waitFor()
  await look(scorer, 'self-review-beside')
}
