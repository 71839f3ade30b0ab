import { describe, expect, it } from 'vitest'
import { composeLetter } from '../docx/letter.ts'
import type { PaperKind } from '../paper/model.ts'
import { body, paragraphOf, partsOf, planted } from '../testing/faulty.ts'
import { generatedPaper } from '../testing/generated-papers.ts'
import { goodRendering, lineAt, moved, repaged } from '../testing/rendered.ts'
import { aBoundLetter } from '../testing/samples.ts'
import { checkPaper, type Known } from './check-paper.ts'
import { FileRefused, type Parts } from './file/parts.ts'

const sound = await partsOf(await composeLetter(aBoundLetter))

const swap = (from: string | RegExp, to: string) => (xml: string) => xml.replace(from, to)
const all = (from: string, to: string) => (xml: string) => xml.replaceAll(from, to)

type Changes = Parameters<typeof planted>[1]

/** One fault for every assertion that looks at the file alone. */
const faults: readonly (readonly [number, string, Changes])[] = [
  [2, 'Letter paper', body(all('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'))],
  [3, 'top margin of Word', body(all('w:top="2098"', 'w:top="1440"'))],
  [4, 'left margin of Word', body(all('w:left="1588"', 'w:left="1800"'))],
  [5, 'right margin of Word', body(all('w:right="1474"', 'w:right="1800"'))],
  [6, 'bottom margin of Word', body(all('w:bottom="1984"', 'w:bottom="1440"'))],
  [7, 'body in 宋体', paragraphOf('按照市绩效', all('仿宋_GB2312', '宋体'))],
  [8, 'body in 4号', paragraphOf('按照市绩效', all('<w:sz w:val="32"/>', '<w:sz w:val="28"/>'))],
  [9, 'blue body', paragraphOf('按照市绩效', all('<w:sz ', '<w:color w:val="0000FF"/><w:sz '))],
  [
    10,
    'one and a half lines',
    paragraphOf('按照市绩效', swap('<w:ind', '<w:spacing w:line="360" w:lineRule="auto"/><w:ind')),
  ],
  [11, 'no indent', paragraphOf('按照市绩效', swap(/<w:ind [^>]*>/, ''))],
  [12, '一、 in 仿宋', paragraphOf('一、', all('黑体', '仿宋_GB2312'))],
  [13, '（一） in 黑体', paragraphOf('（一）', all('楷体_GB2312', '黑体'))],
  [14, '1. in 楷体', paragraphOf('1.数据', all('仿宋_GB2312', '楷体_GB2312'))],
  [15, 'bold heading', paragraphOf('（一）', all('<w:sz ', '<w:b/><w:sz '))],
  [16, '1. before any 一、', paragraphOf('一、', swap('一、', '1.'))],
  [17, 'title in 黑体', paragraphOf('青川市发展和改革委员会关于', all('方正小标宋_GBK', '黑体'))],
  [
    18,
    'a title narrow in its middle',
    paragraphOf('青川市发展和改革委员会关于', (xml) =>
      xml.replace(/<w:r>.*<\/w:r>/s, (runs) => {
        const look = /<w:rPr>.*?<\/w:rPr>/s.exec(runs)?.[0] ?? ''
        const lines = ['青川市发展和改革委员会关于报送', '2024年度', '绩效考评指标考核评分结果的报告']
        return lines.map((line, at) => `<w:r>${look}${at > 0 ? '<w:br/>' : ''}<w:t>${line}</w:t></w:r>`).join('')
      }),
    ),
  ],
  [19, 'title without a kind', paragraphOf('青川市发展和改革委员会关于', swap('的报告', '的情况'))],
  [20, 'square brackets', body(swap('青发改报〔2025〕3号', '青发改报[2025]3号'))],
  [
    21,
    'two numbers',
    body(
      swap(
        /(<w:p>(?:(?!<w:p>).)*?青发改报〔2025〕3号.*?<\/w:p>)/s,
        '$1<w:p><w:r><w:t>青统报〔2025〕9号</w:t></w:r></w:p>',
      ),
    ),
  ],
  [22, 'half-width colon behind 签发人', body(swap('签发人：', '签发人:'))],
  [23, 'signer in 仿宋', paragraphOf('青发改报', all('楷体_GB2312', '仿宋_GB2312'))],
  [24, 'black rule', body(swap(/(<w:bottom [^>]*w:color=")FF0000/, '$1000000'))],
  [28, 'black mark', paragraphOf('青川市发展和改革委员会文件', all('FF0000', '000000'))],
  [29, 'half-width colon behind the addressee', paragraphOf('市绩效考评领导小组', swap('办公室：', '办公室:'))],
  [31, 'another name in the list', paragraphOf('2.', swap('评分表', '评分一览表'))],
  [32, 'attachment without a page of its own', paragraphOf('附件1', swap('<w:pageBreakBefore/>', ''))],
  [33, 'leading zero', paragraphOf('2025年1月18日', swap('2025年1月18日', '2025年01月18日'))],
  [36, 'three rules alike', body(all('w:line="14"', 'w:line="20"'))],
  [38, '抄送 without a full stop', paragraphOf('抄送', swap('改革局。', '改革局'))],
  [39, 'printed before it was signed', paragraphOf('青川市发展和改革委员会办公室', swap('1月18日', '1月8日'))],
  [40, 'pages of text without a number', body((xml) => xml.replace(/<w:footerReference [^>]*>/g, ''))],
  [40, 'all pages alike', { 'word/settings.xml': swap('<w:evenAndOddHeaders/>', '') }],
  [41, 'page number in 5号', { 'word/footer1.xml': all('<w:sz w:val="28"/>', '<w:sz w:val="21"/>') }],
  [46, 'half-width comma', paragraphOf('按照市绩效', swap('部署，', '部署,'))],
  [47, 'indented by spaces', paragraphOf('一、', swap('一、', '\u3000\u3000一、'))],
  [49, 'an author', { 'docProps/core.xml': swap(/<cp:lastModifiedBy>[^<]*/, '<cp:lastModifiedBy>DESKTOP-7A') }],
]

/** What only the set page shows. */
const rendered: readonly (readonly [number, string, Known['rendering']])[] = [
  [
    18,
    'a line that begins with 的',
    repaged(0, (page) => {
      const cut = moved(page, '关于报送', { text: '青川市发展和改革委员会关于报送2024年度绩效考评指标考核评分结果' })
      return moved(cut, '结果的报告', { text: '的报告' })
    }),
  ],
  [
    25,
    'a rule of 150 mm',
    repaged(0, (page) => ({ ...page, rules: page.rules.map((rule) => ({ ...rule, right: 178 })) })),
  ],
  [
    26,
    'a rule 8 mm lower',
    repaged(0, (page) => ({ ...page, rules: page.rules.map((rule) => ({ ...rule, top: 125.6, bottom: 126 })) })),
  ],
  [27, 'a mark at the top of the type area', repaged(0, (page) => ({ ...page, redInk: { top: 37, bottom: 48 } }))],
  [30, 'no body on page 1', repaged(0, (page) => moved(page, '按照市绩效', undefined))],
  [
    34,
    'the date at the edge',
    repaged(1, (page) =>
      moved(moved(page, '2025年1月18日', { left: 140, right: 184 }), '青川市发展和改革委员会', { right: 184 }),
    ),
  ],
  [
    34,
    'name and date in the middle of the page',
    repaged(1, (page) =>
      moved(moved(page, '2025年1月18日', { left: 84, right: 128 }), '青川市发展和改革委员会', {
        left: 75.4,
        right: 136.6,
      }),
    ),
  ],
  [
    34,
    'the name flush left above a date that stands right',
    repaged(1, (page) => moved(page, '青川市发展和改革委员会', { left: 28, right: 89.2 })),
  ],
  [
    35,
    'a page with the date alone',
    repaged(1, (page) => moved(moved(page, '附件：', undefined), '联系人', undefined)),
  ],
  [
    37,
    'imprint in the middle of the page',
    repaged(1, (page) => ({ ...page, rules: page.rules.map((rule) => ({ ...rule, bottom: 200 })) })),
  ],
  [42, 'page number at the foot of the page', repaged(0, (page) => moved(page, '— 1 —', { top: 285, bottom: 290 }))],
  [
    43,
    '24 lines',
    repaged(0, (page) => ({
      ...page,
      lines: Array.from({ length: 24 }, (_, at) => lineAt(40 + at * 9, '按照市绩效考评工作部署')),
    })),
  ],
]

const failed = (parts: Parts, known: Known = {}) =>
  checkPaper(parts, known)
    .answers.filter(({ status }) => status === 'fail')
    .map(({ id }) => id)

const kindOf = (kind: PaperKind) => {
  const index = Array.from({ length: 10 }, (_, at) => at).find((at) => generatedPaper(at).kind === kind) ?? 0
  return composeLetter(generatedPaper(index)).then(partsOf)
}
const letter = await kindOf('函')
const minutes = await kindOf('纪要')

/** The first page gets the foot of the others. */
const numberedFirstPage = (xml: string): string => {
  const foot = (type: string) => new RegExp(`<w:footerReference (?=[^>]*w:type="${type}")[^>]*r:id="([^"]+)"[^>]*>`)
  const [usual, first] = ['default', 'first'].map((type) => foot(type).exec(xml)?.[1] ?? '')
  return xml.replaceAll(`"${first}"`, `"${usual}"`)
}

const inOtherForms = [
  [44, 'a number on the first page of a 信函', letter, body(numberedFirstPage)],
  [24, 'a 信函 without red rules', letter, { 'word/header1.xml': all('w:color="FF0000"', 'w:color="000000"') }],
  [45, 'minutes that name nobody present', minutes, paragraphOf('出席', swap('出席：', '参加：'))],
  [45, 'labels of minutes in 仿宋', minutes, paragraphOf('出席', all('黑体', '仿宋_GB2312'))],
] as const

describe('a planted fault is found in the other forms', () => {
  it.each(inOtherForms)('%d: %s', (id, _, parts, changes: Changes) => {
    expect(failed(parts)).toEqual([])
    expect(failed(planted(parts, changes))).toContain(id)
  })
  it('44, on the set page: rules as short as the text is wide', () => {
    const rule = { red: true, left: 20, right: 190 }
    const [page] = goodRendering.pages
    const set = (change: object) => ({
      pages: [
        {
          ...page,
          rules: [
            { ...rule, top: 45, bottom: 46, ...change },
            { ...rule, top: 276, bottom: 277 },
          ],
        },
      ],
    })
    const judged = (change: object) => checkPaper(letter, { rendering: set(change) as never }).answers[43]?.status
    expect([judged({}), judged({ left: 28, right: 184 })]).toEqual(['pass', 'fail'])
  })
})

describe('a planted fault is found', () => {
  it('none where none was planted', () => {
    const known = {
      rendering: goodRendering,
      installed: new Set(['仿宋_GB2312', '方正小标宋_GBK', '楷体_GB2312', '黑体']),
    }
    const { conclusion, answers } = checkPaper(sound, known)
    expect(answers.filter(({ status }) => status !== 'pass')).toEqual([
      expect.objectContaining({ id: 48, status: 'unverified' }),
    ])
    expect(conclusion).toBe('conforms')
    expect(answers.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
  })
  it.each(faults)('%d: %s', (id, _, changes) => {
    expect(failed(planted(sound, changes))).toContain(id)
  })
  it.each(rendered)('%d, on the set page: %s', (id, _, rendering) => {
    expect(failed(sound, { rendering })).toContain(id)
  })
  it('for each of the fifty', () => {
    // What only the last three tests plant: a cut part, a typed figure, a missing face.
    const alone = [1, 48, 50]
    const planted = new Set([...alone, ...[...faults, ...rendered, ...inOtherForms].map(([id]) => id)])
    expect([...planted].toSorted((a, b) => a - b)).toEqual(checkPaper(sound).answers.map(({ id }) => id))
  })
  it('1: a part that is cut', () => {
    const cut = planted(
      sound,
      body((xml) => xml.slice(0, -40)),
    )
    expect(() => checkPaper(cut)).toThrow(FileRefused)
  })
  it('48: a figure that was typed over', () => {
    const row = { 得分: '9.74', 扣分: '0.26' }
    const published = new Map([['市商务局', row]])
    expect(failed(sound, { published })).toEqual([48])
    const right = new Map([['市商务局', { 得分: '9.62', 扣分: '0.38' }]])
    expect(checkPaper(sound, { published: right }).answers[47]).toMatchObject({ status: 'pass' })
  })
  it('50: without the faces it is never said to conform', () => {
    expect(checkPaper(sound, { rendering: goodRendering }).conclusion).toBe('structureOnly')
    const some = new Set(['仿宋_GB2312'])
    const { conclusion, answers } = checkPaper(sound, { rendering: goodRendering, installed: some })
    expect(conclusion).toBe('structureOnly')
    expect(answers[49]?.faults.map(({ found }) => found)).toEqual(['方正小标宋_GBK', '楷体_GB2312', '黑体'])
  })
})
