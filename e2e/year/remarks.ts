import { button, chooseOption, dialog, goTo } from '../support/acts.ts'
import type { City } from '../support/city.ts'
import { look } from '../support/look.ts'

/** The observer says something about the year; the office answers under its director's name. */
export const remarkAnswered = async (city: City): Promise<void> => {
  const observer = await city.as('jijian')
  await goTo(observer, '监督意见')
  await button(observer, '提出监督意见').click()
  const filing = dialog(observer, '提出监督意见')
  await chooseOption(observer, filing, '考评方案', /年度/)
  await filing.getByLabel('意见').fill('现场核验比例偏低，建议对逾期填报单位加权抽查')
  await look(observer, 'remark-file')
  await button(filing, '提出').click()
  await filing.waitFor({ state: 'hidden' })
  await observer.getByRole('cell', { name: '现场核验比例偏低，建议对逾期填报单位加权抽查' }).waitFor()
  await look(observer, 'remarks')
  const director = await city.as('zhuren')
  await goTo(director, '监督意见')
  await director.getByText('现场核验比例偏低，建议对逾期填报单位加权抽查').first().click()
  await button(director, '答复').click()
  const answering = dialog(director, /^答复监督意见：/)
  await answering.getByRole('radio', { name: '部分采纳' }).check()
  await answering.getByLabel(/^怎样办理/).fill('逾期单位加权抽取，抽查家数按方案执行')
  await look(director, 'remark-answer')
  await button(answering, '答复').click()
  await answering.waitFor({ state: 'hidden' })
  await director.getByText('部分采纳：逾期单位加权抽取，抽查家数按方案执行').first().waitFor()
  await look(director, 'remark-answered')
  // The remark's drawer is open: the next chapter of this person begins elsewhere.
  await director.goto('/')
}
