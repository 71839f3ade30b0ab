import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLetter, aReport } from '../testing/samples.ts'
import { checkLetter, checkReport, isDocumentNumber } from './check.ts'
import { sayDay } from './dates.ts'
import { figuresOf, wrongFigures } from './figures.ts'
import { hanNumber, headingCounter } from './numbering.ts'
import { widthOf, xmlSafe } from './text.ts'
import { breakTitle } from './title.ts'

describe('发文字号 (GB/T 9704-2012, 7.2.5)', () => {
  it.each(['青发改报〔2025〕3号', '青自贸委发〔2020〕8号', '青政办函〔2024〕27号', '青对组办〔2024〕5号'])(
    '%s holds',
    (number) => {
      expect(isDocumentNumber(number)).toBe(true)
    },
  )
  it.each([
    '青发改发[2024]18号',
    '青发改发〔2024〕018号',
    '青发改发〔24〕18号',
    '青发改发〔2024〕第18号',
    '〔2024〕18号',
    '青发改发〔2024〕0号',
  ])('%s does not', (number) => {
    expect(isDocumentNumber(number)).toBe(false)
  })
})

describe('dates', () => {
  it.each([
    ['2025-01-05', '2025年1月5日'],
    ['2024-02-29', '2024年2月29日'],
  ])('%s is printed %s', (day, text) => {
    expect(sayDay(day)).toBe(text)
  })
  it.each(['2025-02-29', '2025-1-5', '明天'])('%s is refused', (day) => {
    expect(() => sayDay(day)).toThrow(RangeError)
  })
  it('leaves room to write where there is none', () => {
    expect(sayDay(undefined)).toMatch(/^\u3000+年\u3000+月\u3000+日$/)
  })
})

describe('numbers of headings', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
  ])('%i is %s', (n, text) => {
    expect(hanNumber(n)).toBe(text)
  })
  it('start anew under each heading of a higher level', () => {
    const next = headingCounter()
    const levels = [1, 2, 2, 3, 4, 4, 3, 2, 3, 1, 2] as const
    expect(levels.map(next)).toEqual([
      '一、',
      '（一）',
      '（二）',
      '1.',
      '（1）',
      '（2）',
      '2.',
      '（三）',
      '1.',
      '二、',
      '（一）',
    ])
  })
})

describe('titles', () => {
  it('keep numbers with what they count, and particles with their words', () => {
    const lines = breakTitle('青川市发展和改革委员会关于印发2024年度各市直部门绩效考评指标考核实施方案的通知')
    expect(lines.length).toBe(3)
    for (const line of lines) {
      expect(line).not.toMatch(/^(?:的|年|、|”)/)
      expect(line).not.toMatch(/\d$/)
    }
  })
  it('never break inside a word of the trade, whatever stands before it', () => {
    const organs = [
      '青川市发展和改革委员会',
      '青川市绩效考评领导小组办公室',
      '中共青川市委组织部',
      '青川市𠮷田镇人民政府',
      '青川市人力资源和社会保障局',
      '云岭高新区管委会',
      '',
    ]
    const topics = [
      '印发《青川市2025年度绩效考评工作方案》',
      '印发2025年度绩效考评指标任务分解表和评分办法',
      '报送2025年度指标考核评分结果及现场核验情况',
      '做好2025年度自查自评和数据报送工作',
      '2025年度绩效考评结果审定情况',
      '督查督办事项整改落实情况',
      '调整优化营商环境指标目标值',
      '召开领导小组会议审议考评结果',
      '进一步加强和改进机关作风建设考核工作',
      '重大项目提升行动专项督查发现问题',
      '扣分告知书送达和异议复核工作安排',
    ]
    const words =
      /印发|绩效|考评|考核|评分|核验|报送|自查|自评|督查|督办|审定|审议|整改|领导小组办公室|领导小组|办公室|营商环境|指标|分解|目标值|方案|办法|结果|情况|会议|落实|工作|异议|复核|告知书|发展|改革|委员会|组织部|人民政府|保障局|青川市|𠮷田镇|高新区|管委会|年度|作风|机关|进一步|加强|改进|专项|发现|问题|送达|安排|调整|优化|通知|报告/gu
    const torn = organs.flatMap((organ) =>
      topics.flatMap((topic) =>
        ['通知', '报告'].flatMap((kind) => {
          const title = `${organ}关于${topic}的${kind}`
          const lines = breakTitle(title)
          const ends = new Set(lines.map((_, at) => lines.slice(0, at + 1).join('').length))
          return [...title.matchAll(words)].flatMap(({ 0: word, index }) =>
            Array.from({ length: word.length - 1 }, (_, inside) => index + inside + 1)
              .filter((place) => ends.has(place))
              .map(() => `${word}: ${lines.join('/')}`),
          )
        }),
      ),
    )
    expect(torn).toEqual([])
  })
  it('lose nothing and fit the line', () => {
    const words = fc.constantFrom(
      '绩效',
      '考评',
      '指标',
      '2024',
      '年度',
      '的',
      '、',
      '（试行）',
      '通知',
      '市政府',
      '《办法》',
      '和',
    )
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 24 }), (parts) => {
        const title = parts.join('')
        const lines = breakTitle(title)
        expect(lines.join('')).toBe(title)
        if (lines.length > 1) for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(19)
      }),
    )
  })
})

describe('figures', () => {
  it('are found wherever they stand', () => {
    const paths = figuresOf(aReport).map(({ path }) => path)
    expect(paths).toContain('units.length')
    expect(paths).toContain('items[25].deduction')
    expect(paths.length).toBe(2 + 2 + 2 + 26 * 5)
  })
  it('are told apart from the run by exact string', () => {
    const run = new Map(figuresOf(aReport).map(({ path, text }) => [path, text]))
    expect(wrongFigures(aReport, (path) => run.get(path))).toEqual([])
    run.set('items[3].points', '10.0')
    run.delete('units.length')
    expect(wrongFigures(aReport, (path) => run.get(path))).toEqual([
      { path: 'units.length', text: '24' },
      { path: 'items[3].points', text: '10', expected: '10.0' },
    ])
  })
})

describe('text', () => {
  it('keeps rare characters and drops what XML cannot carry', () => {
    expect(xmlSafe('𠮷䶮㛃\u0000\u000b\ud842x')).toBe('𠮷䶮㛃\ufffdx')
  })
  it('is measured in characters, not code units', () => {
    expect(widthOf('𠮷a1')).toBe(2)
  })
})

describe('checks before composing', () => {
  it('find nothing wrong with the samples', () => {
    expect(checkLetter(aLetter)).toEqual([])
    expect(checkReport(aReport)).toEqual([])
  })
  it.each([
    ['paper.number', { number: '青发改报[2025]3号' }],
    ['paper.signerMissing', { signers: [] }],
    ['paper.signerUnexpected', { kind: '通知' as const, title: '关于开会的通知' }],
    ['paper.titleKind', { title: '关于开会' }],
    ['paper.addresseeMissing', { addressees: [] }],
    ['paper.bodyMissing', { body: [] }],
    ['paper.headingSkipped', { body: [{ kind: 'heading' as const, level: 2 as const, text: '甲' }] }],
    ['paper.attachmentName', { attachments: [{ name: '评分表。' }] }],
    ['paper.day', { imprint: { organ: '办公室', on: '2025-02-30' } }],
  ])('%s', (code, change) => {
    expect(checkLetter({ ...aLetter, ...change }).map((finding) => finding.code)).toEqual([code])
  })
  it('accept 一、 followed by 1.', () => {
    const body = [
      { kind: 'heading' as const, level: 1 as const, text: '甲' },
      { kind: 'heading' as const, level: 3 as const, text: '乙' },
    ]
    expect(checkReport({ title: '报告', body })).toEqual([])
  })
})
