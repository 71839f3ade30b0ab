import { describe, expect, it } from 'vitest'
import { checkTemplate } from './check.ts'
import { lostTag } from './fill.ts'
import { officeTemplateKinds } from './model.ts'
import type { TemplateParagraph } from './paragraphs.ts'
import { tagsOf } from './tags.ts'

const paragraphs = (...texts: (string | Partial<TemplateParagraph>)[]): readonly TemplateParagraph[] =>
  texts.map((one, at) => {
    const more = typeof one === 'string' ? { text: one } : one
    const text = more.text ?? ''
    return { part: 'body', number: at + 1, text, typed: text, container: 'body', row: null, ...more }
  })

const whole = [
  '{单位名称}得{总分}分，扣{扣分合计}分。',
  '{#扣分事项}',
  '{序号}. {指标名称}扣{扣分}分：{扣分原因}',
  '{/扣分事项}',
]
const faults = (...texts: Parameters<typeof paragraphs>) =>
  checkTemplate('deductionLetter', [paragraphs(...texts)]).faults
const first = (...texts: Parameters<typeof paragraphs>) => faults(...whole, ...texts)[0]

describe('a template', () => {
  it('with every required tag in its place has no fault, and says which tags it uses', () => {
    const checked = checkTemplate('deductionLetter', [paragraphs(...whole)])
    expect(checked.faults).toEqual([])
    expect(checked.tags).toContain('扣分事项/扣分原因')
  })

  it.each([
    ['a tag that is none', '得{总得分}分', 'officeTemplate.unknownTag', '{总得分}'],
    ['a brace that stays open', '得{总分分', 'officeTemplate.brace', '{总分分'],
    ['a brace that closes nothing', '得总分}分', 'officeTemplate.brace', '得总分}'],
    ['a list that stays open', '{#得分事项}', 'officeTemplate.unclosed', '{#得分事项}'],
    ['a list that was not opened', '{/得分事项}', 'officeTemplate.unopened', '{/得分事项}'],
    ['a tag of a list outside it', '{扣分原因}', 'officeTemplate.outsideList', '{扣分原因}'],
    ['a list as a word', '{扣分事项}', 'officeTemplate.isAList', '{扣分事项}'],
    ['a word as a list', '{#总分}{/总分}', 'officeTemplate.notAList', '{#总分}'],
    ['a list in a list', '{#得分事项}{#扣分事项}{/扣分事项}', 'officeTemplate.listInList', '{#扣分事项}'],
    ['code', '{@raw}', 'officeTemplate.codeTag', '{@raw}'],
    ['a figure typed over', '贵单位得92.5分', 'officeTemplate.typedFigure', '92.5'],
  ])('%s is told with tag and paragraph', (_, text, code, tag) => {
    expect(first(text)).toMatchObject({ code, params: { tag, part: 'body', paragraph: '5' } })
  })

  it.each(['2025年1月20日前', '电话：0411-12345678', '附件1', '第 3 页', '一式2份', '1. 总体情况', '第3条'])(
    '%s is no figure',
    (text) => expect(faults(...whole, text)).toEqual([]),
  )

  it('what a program field printed is no figure', () => {
    expect(faults(...whole, { text: '12', typed: '' })).toEqual([])
  })

  it('a list runs within a paragraph, across cells of a row, or between paragraphs of their own', () => {
    const cell = (text: string, container: string, row: string | null) => ({ text, container, row })
    const begin = '{#得分事项}{指标名称}'
    const end = '{扣分}{/得分事项}'
    expect(faults(...whole, `${begin}${end}`)).toEqual([])
    expect(faults(...whole, cell(begin, 'c1', 'r1'), cell(end, 'c2', 'r1'))).toEqual([])
    expect(first(cell(begin, 'c1', 'r1'), cell(end, 'c2', 'r2'))).toMatchObject({
      code: 'officeTemplate.apart',
      params: { paragraph: '5', until: '6' },
    })
    expect(first(cell(begin, 'c1', 'r1'), end)?.code).toBe('officeTemplate.apart')
    expect(first(begin, end)?.code).toBe('officeTemplate.notAlone')
  })

  it('a list does not run on from one part of the file into the next', () => {
    const checked = checkTemplate('deductionLetter', [paragraphs(...whole, '{#得分事项}'), paragraphs('{/得分事项}')])
    expect(checked.faults.map(({ code }) => code)).toEqual([
      'officeTemplate.unclosed',
      'officeTemplate.unopened',
      'officeTemplate.tagMissing',
    ])
  })

  it.each(officeTemplateKinds)('%s without its figures is told each one', (kind) => {
    const { tags, lists } = tagsOf[kind]
    const required = [...tags, ...lists.filter((list) => list.required)].filter((tag) => tag.required)
    const missing = checkTemplate(kind, [paragraphs('正文')]).faults
    expect(missing.length).toBeGreaterThanOrEqual(required.length)
    expect(new Set(missing.map(({ code }) => code))).toEqual(new Set(['officeTemplate.tagMissing']))
  })

  it('a list that is used without its bound figure is told', () => {
    expect(first('{#得分事项}{指标名称}{/得分事项}')).toMatchObject({
      code: 'officeTemplate.tagMissing',
      params: { tag: '{扣分}' },
    })
  })
})

describe('a filled paper', () => {
  const values = {
    单位名称: '甲镇',
    总分: '92.5',
    扣分合计: '7.5',
    扣分事项: [
      { 序号: '1', 指标名称: '固定资产投资', 扣分: '5', 扣分原因: '未达目标' },
      { 序号: '2', 指标名称: '第三产业', 扣分: '2.5', 扣分原因: '迟报' },
    ],
  }
  const shown = ['甲镇得92.5分，扣7.5分。', '1. 固定资产投资扣5分：未达目标', '2. 第三产业扣2.5分：迟报']
  const lost = (...texts: string[]) => lostTag([paragraphs(...whole)], [paragraphs(...texts)], values)

  it('shows every text in its place', () => expect(lost(...shown)).toBeUndefined())
  it.each([
    ['another total', ['甲镇得95分，扣7.5分。', ...shown.slice(1)], '{总分}'],
    ['a row less', shown.slice(0, 2), '{序号}'],
    ['rows in another order', [shown[0], shown[2], shown[1]], '{序号}'],
    ['nothing', [], '{单位名称}'],
  ])('with %s it is named', (_, texts, tag) => {
    expect(lost(...(texts as string[]))).toBe(tag)
  })
  it('what stands for an empty list is shown only then', () => {
    const template = [paragraphs('{^扣分事项}{单位名称}没有扣分{/扣分事项}')]
    expect(lostTag(template, [paragraphs('甲镇没有扣分')], { ...values, 扣分事项: [] })).toBeUndefined()
    expect(lostTag(template, [paragraphs('')], { ...values, 扣分事项: [] })).toBe('{单位名称}')
    expect(lostTag(template, [paragraphs('')], values)).toBeUndefined()
  })
})
