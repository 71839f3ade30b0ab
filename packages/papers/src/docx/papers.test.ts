import { describe, expect, it } from 'vitest'
import { figuresOf } from '../paper/figures.ts'
import { openDocx, textOf } from '../testing/open-docx.ts'
import { aLetter, aReport } from '../testing/samples.ts'
import { signatureGaps } from './closing.ts'
import { composeLetter } from './letter.ts'
import { composeReport } from './report.ts'

const letter = await openDocx(await composeLetter(aLetter))
const report = await openDocx(await composeReport(aReport))

const sections = (xml: string): string[] => [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => section)
const attribute = (xml: string, tag: string, name: string): string | undefined =>
  new RegExp(`<w:${tag}\\s[^>]*w:${name}="([^"]*)"`).exec(xml)?.[1]
const faces = (xml: string): string[] => [...xml.matchAll(/w:eastAsia="([^"]+)"/g)].map(([, name]) => name ?? '')
const sizes = (xml: string): string[] => [...xml.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, value]) => value ?? '')

describe('page (GB/T 9704-2012, 5.2)', () => {
  it.each([
    ['letter', letter],
    ['report', report],
  ])('%s: A4, 37/35/28/26 mm, landscape turned clockwise', (_, paper) => {
    for (const section of sections(paper.document)) {
      const landscape = section.includes('w:orient="landscape"')
      const edges = ['top', 'right', 'bottom', 'left'].map((edge) => attribute(section, 'pgMar', edge))
      const page = [attribute(section, 'pgSz', 'w'), attribute(section, 'pgSz', 'h')]
      expect(page).toEqual(landscape ? ['16838', '11906'] : ['11906', '16838'])
      expect(edges).toEqual(landscape ? ['1588', '2098', '1474', '1984'] : ['2098', '1474', '1984', '1588'])
      expect(attribute(section, 'docGrid', 'linePitch')).toBe('579')
    }
  })
  it('22 lines of 28 characters fit the type area', () => {
    const styles = report.parts.get('word/styles.xml') ?? ''
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(styles)?.[0] ?? ''
    expect(attribute(defaults, 'spacing', 'line')).toBe('579')
    expect(attribute(defaults, 'spacing', 'lineRule')).toBe('exact')
    expect(22 * 579).toBeLessThanOrEqual(16838 - 2098 - 1984)
    const advance = Number(sizes(defaults)[0]) * 10 + Number(/<w:spacing w:val="(-?\d+)"/.exec(defaults)?.[1])
    expect(28 * advance).toBeLessThanOrEqual(11906 - 1588 - 1474)
    expect(faces(defaults)[0]).toBe('仿宋_GB2312')
  })
  it('wide tables stand on landscape pages with the heading that leads to them; what follows is upright again', () => {
    const orients = sections(report.document).map((section) => section.includes('landscape'))
    expect(orients).toEqual([false, true, false])
    const turn = report.document.indexOf('<w:sectPr')
    const before = report.document.slice(0, report.document.indexOf('</w:p>', turn))
    expect(textOf(before)).toContain('具体评分及评分依据如下')
    expect(textOf(before)).not.toContain('（一）重大项目提升行动')
  })
})

describe('faces and headings (7.3)', () => {
  it.each([
    ['一、考核工作概况', '黑体'],
    ['（二）数据来源', '楷体_GB2312'],
    ['（1）固定资产投资', '仿宋_GB2312'],
  ])('%s is 3号 %s, indented two characters, not bold', (start, name) => {
    const { xml } = report.starting(start)
    expect(new Set(faces(xml))).toEqual(new Set([name]))
    expect(new Set(sizes(xml))).toEqual(new Set(['32']))
    expect(attribute(xml, 'ind', 'firstLine')).toBe('640')
    expect(attribute(xml, 'ind', 'firstLineChars')).toBe('200')
    expect(xml).not.toContain('<w:b/>')
  })
  it('text that runs on after a heading is in the face of the body', () => {
    const { xml } = report.starting('（一）组织实施。')
    const runs = [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => [textOf(run).slice(0, 5), faces(run)[0]])
    expect(runs).toEqual([
      ['（一）', '楷体_GB2312'],
      ['组织实施。', '楷体_GB2312'],
      ['2025年', '仿宋_GB2312'],
    ])
  })
  it('every run says its face for Latin digits too', () => {
    for (const paper of [letter, report])
      for (const [fonts] of paper.document.matchAll(/<w:rFonts[^>]*>/g)) {
        const [ascii, hAnsi, eastAsia] = ['ascii', 'hAnsi', 'eastAsia'].map((name) => attribute(fonts, 'rFonts', name))
        expect(ascii).toBe(eastAsia)
        expect(hAnsi).toBe(eastAsia)
      }
  })
  it('the title is 2号小标宋, centred, one paragraph of balanced lines', () => {
    const { xml, text } = report.starting('青川市发展和改革委员会')
    expect(text.replaceAll('\n', '')).toBe(aReport.title)
    expect(new Set(faces(xml))).toEqual(new Set(['方正小标宋_GBK']))
    expect(new Set(sizes(xml))).toEqual(new Set(['44']))
    expect(attribute(xml, 'jc', 'val')).toBe('center')
    expect(xml).not.toContain('w:firstLine=')
  })
})

describe('red head (7.2)', () => {
  it('mark and rule are red, once each; the number is no red', () => {
    const mark = letter.starting('青川市发展和改革委员会文件')
    expect(mark.xml).toContain('<w:color w:val="FF0000"/>')
    const rules = letter.paragraphs.filter(({ xml }) => /<w:bottom [^>]*w:color="FF0000"/.test(xml))
    expect(rules.length).toBe(1)
    const thickness = Number(/<w:bottom [^>]*w:sz="(\d+)"/.exec(rules[0]?.xml ?? '')?.[1]) / 8
    expect(thickness * 0.3528).toBeGreaterThanOrEqual(0.35)
    expect(thickness * 0.3528).toBeLessThanOrEqual(0.5)
    expect(letter.starting('青发改报〔2025〕3号').xml).not.toContain('FF0000')
    expect(report.document).not.toContain('FF0000')
  })
  it('papers that go up carry the number left and the signer right, his name in 楷体', () => {
    const line = letter.starting('青发改报〔2025〕3号')
    expect(line.text).toBe('青发改报〔2025〕3号\t签发人：梁亦舟')
    expect(attribute(line.xml, 'ind', 'left')).toBe('315')
    expect(faces(line.xml).at(-1)).toBe('楷体_GB2312')
  })
  it('other papers carry the number in the middle, and an allotted number is not needed to compose a draft', async () => {
    const { number: _, ...draft } = aLetter
    const plain = await openDocx(await composeLetter({ ...draft, kind: '通知', signers: [] }))
    expect(plain.text).not.toContain('签发人')
    expect(plain.text).not.toContain('〔2025〕3号')
    const numbered = await openDocx(await composeLetter({ ...aLetter, signers: [] }))
    expect(attribute(numbered.starting('青发改报').xml, 'jc', 'val')).toBe('center')
  })
  it('several signers stand two to a line, the number on the last', async () => {
    const several = await openDocx(await composeLetter({ ...aLetter, signers: ['梁亦舟', '沈一苇', '周砚秋'] }))
    expect(several.starting('\t签发人').text).toBe('\t签发人：梁亦舟\u3000沈一苇')
    expect(several.starting('青发改报').text).toBe('青发改报〔2025〕3号\t\t周砚秋')
  })
  it('joint papers name every organ, the host first', async () => {
    const joint = await openDocx(
      await composeLetter({
        ...aLetter,
        letterhead: { organs: ['青川市发展和改革委员会', '青川市统计局'], word: '文件' },
      }),
    )
    const marks = joint.paragraphs
      .filter(({ xml }) => xml.includes('<w:color w:val="FF0000"/>'))
      .map(({ text }) => text)
    expect(marks).toEqual(['青川市发展和改革委员会', '青川市统计局', '文件'])
  })
  it('the addressee is flush left with a full-width colon', () => {
    const { xml, text } = letter.starting('市绩效考评领导小组办公室')
    expect(text).toBe('市绩效考评领导小组办公室：')
    expect(xml).not.toContain('<w:ind')
  })
})

describe('attachments, signature, imprint (7.3.4–7.4)', () => {
  it('the names of the 附件说明 are those of the bound attachments, which start on pages of their own', () => {
    const names = aLetter.attachments?.map(({ name }) => name) ?? []
    expect(letter.starting('附件：1.').text).toBe(`附件：1.\t${names[0]}`)
    expect(letter.starting('2.\t').text).toBe(`2.\t${names[1]}`)
    for (const label of ['附件2', '附件3']) {
      const { xml, text } = letter.starting(label)
      expect(text).toBe(label)
      expect(xml).toContain('<w:pageBreakBefore/>')
      expect(faces(xml)).toEqual(['黑体'])
    }
    const titles = letter.paragraphs
      .filter(({ xml }) => sizes(xml)[0] === '44')
      .map(({ text }) => text.replaceAll('\n', ''))
    expect(titles).toEqual([aLetter.title, names[1], names[2]])
  })
  it('a single attachment bears no number', async () => {
    const single = await openDocx(await composeReport({ ...aReport, attachments: [{ name: '评分表' }] }))
    expect(single.starting('附件：').text).toBe('附件：评分表')
  })
  it.each([
    // organ and date in 字, sealed → free 字 right of each
    [11, 6.5, true, { organ: 1.75, date: 4 }],
    [20, 6.5, true, { organ: 0, date: 6.75 }],
    [4, 6.5, true, { organ: 5.25, date: 4 }],
    [11, 6.5, false, { organ: 2, date: 4.5 }],
    [4, 6.5, false, { organ: 6.5, date: 2 }],
  ])('organ of %d, date of %d, sealed %s', (organ, date, sealed, gaps) => {
    expect(signatureGaps(organ, date, sealed)).toEqual(gaps)
  })
  it('the date is in Arabic digits without leading zeros, and no page holds the signature alone', () => {
    expect(letter.starting('2025年1月18日').text).toBe('2025年1月18日')
    expect(report.starting('本报告所列得分').xml).toContain('<w:keepNext/>')
    const lines = report.paragraphs.map(({ text }) => text)
    const organ = report.paragraphs[lines.lastIndexOf('青川市发展和改革委员会')]
    expect(organ?.xml).toContain('<w:keepNext/>')
  })
  it('an unsigned paper leaves room for the date', async () => {
    const unsigned = await openDocx(await composeReport({ ...aReport, signature: { organs: ['甲局'], sealed: false } }))
    expect(unsigned.text).toContain('\u3000\u3000年\u3000月\u3000日')
  })
  it('the 版记 hangs at the foot of the last page between rules of 0.35, 0.25 and 0.35 mm', () => {
    const framed = letter.paragraphs.filter(({ xml }) => xml.includes('<w:framePr'))
    for (const { xml } of framed) {
      expect(attribute(xml, 'framePr', 'yAlign')).toBe('bottom')
      expect(attribute(xml, 'framePr', 'vAnchor')).toBe('margin')
      expect(attribute(xml, 'framePr', 'w')).toBe('8844')
    }
    const rules = framed
      .filter(({ xml }) => xml.includes('w:fill="000000"'))
      .map(({ xml }) => attribute(xml, 'spacing', 'line'))
    expect(rules).toEqual(['20', '14', '20'])
    const text = framed.map((each) => each.text.trim()).filter((each) => each !== '')
    expect(text[0]).toMatch(/^抄送：市纪委监委，.*局。$/)
    expect(text[1]).toBe('青川市发展和改革委员会办公室\t2025年1月18日印发')
  })
})

describe('page numbers (7.5)', () => {
  it('odd right, even left, one character free, 4号宋体 between dashes, and running on', () => {
    expect(letter.parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const footers = [...letter.parts].filter(([path]) => path.startsWith('word/footer')).map(([, xml]) => xml)
    expect(footers.length).toBeGreaterThan(0)
    for (const footer of footers) {
      expect(textOf(footer)).toBe('—  —')
      expect(footer).toContain('PAGE')
      expect(new Set(faces(footer))).toEqual(new Set(['宋体']))
      expect(new Set(sizes(footer))).toEqual(new Set(['28']))
    }
    const rels = letter.parts.get('word/_rels/document.xml.rels') ?? ''
    const footerOf = (section: string, type: string): string => {
      const id = new RegExp(`<w:footerReference [^>]*w:type="${type}"[^>]*>`)
        .exec(section)?.[0]
        .match(/r:id="([^"]+)"/)?.[1]
      const tag = [...rels.matchAll(/<Relationship\s[^>]*>/g)]
        .map(([each]) => each)
        .find((each) => each.includes(`Id="${id}"`))
      return letter.parts.get(`word/${/Target="([^"]+)"/.exec(tag ?? '')?.[1]}`) ?? ''
    }
    for (const section of sections(letter.document)) {
      expect(section).not.toContain('w:pgNumType w:start')
      const [odd, even] = [footerOf(section, 'default'), footerOf(section, 'even')]
      expect(attribute(odd, 'jc', 'val')).toBe('right')
      expect(attribute(even, 'jc', 'val')).toBe('left')
      if (section.includes('landscape')) {
        expect(odd).toContain('<w:textDirection w:val="tbRl"/>')
        expect(Number(attribute(odd, 'tblpPr', 'tblpX'))).toBeLessThan(1984)
      } else expect(attribute(odd, 'ind', 'right')).toBe('280')
    }
  })
})

describe('tables', () => {
  it('repeat their header rows and break between rows only', () => {
    for (const [table] of report.document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)) {
      const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row)
      const heads = rows.filter((row) => row.includes('<w:tblHeader/>'))
      expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
      expect(heads.length).toBe(table.includes('完成情况') ? 2 : 1)
      expect(rows.slice(0, heads.length)).toEqual(heads)
    }
  })
  it('spans of the head are cells that span, and widths add up to the type area', () => {
    const wide = [...report.document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)][1]?.[0] ?? ''
    const grid = [...wide.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(grid.length).toBe(10)
    expect(grid.reduce((sum, width) => sum + width, 0)).toBe(12756)
    expect([...wide.matchAll(/<w:gridSpan w:val="(\d)"/g)].map(([, span]) => span)).toEqual(['3', '4'])
    expect(wide.match(/<w:vMerge w:val="restart"\/>/g)?.length).toBe(3)
  })
})

describe('what the file holds', () => {
  it.each([
    ['letter', letter, aLetter],
    ['report', report, aReport],
  ])('%s: every figure of the run, unbroken, as a run of its own', (_, paper, source) => {
    const runs = new Set([...paper.document.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text))
    const figures = figuresOf(source)
    expect(figures.length).toBeGreaterThan(100)
    for (const { text } of figures) expect(runs).toContain(text)
  })
  it('rare characters, and marks that would break XML', async () => {
    expect(report.text).toContain('𠮷田、䶮某、㛃某')
    const odd = await openDocx(
      await composeReport({ title: '测试报告', body: [{ kind: 'paragraph', text: '<w:p>&\u0000"甲"\n下一行\t制表' }] }),
    )
    expect(odd.text).toContain('<w:p>&"甲"\n下一行\t制表')
  })
  it('names the organ and the day of the paper, no person, no machine, no clock', () => {
    const core = letter.parts.get('docProps/core.xml') ?? ''
    expect(core).toContain('<dc:creator>青川市发展和改革委员会</dc:creator>')
    expect(core.match(/2025-01-18T00:00:00Z/g)?.length).toBe(2)
    expect([...letter.parts.keys()].some((path) => /vba|comments\.xml\.rels/i.test(path))).toBe(false)
    expect(letter.document).not.toMatch(/<w:(?:ins|del) /)
    for (const xml of letter.parts.values()) expect(xml).not.toContain('TargetMode="External"')
  })
  it('the same paper gives the same bytes, whatever the clock and the zone', async () => {
    const zone = process.env.TZ
    const first = await composeLetter(aLetter)
    process.env.TZ = 'America/Los_Angeles'
    await new Promise((done) => setTimeout(done, 1_100))
    const second = await composeLetter(aLetter)
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    expect(Buffer.compare(first, second)).toBe(0)
  })
  it('an office may name its own faces', async () => {
    const { usualFaces } = await import('./faces.ts')
    const own = await openDocx(await composeReport(aReport, { faces: { ...usualFaces, body: '仿宋' } }))
    expect(own.document).not.toContain('仿宋_GB2312')
    expect(own.document).toContain('w:eastAsia="仿宋"')
  })
})
