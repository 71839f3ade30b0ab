import { describe, expect, it } from 'vitest'
import { attribute, faces, openDocx, sections, sizes, textOf } from '../testing/open-docx.ts'
import { aLetter, aReport } from '../testing/samples.ts'
import { composeLetter } from './letter.ts'
import { composeReport } from './report.ts'

const letter = await openDocx(await composeLetter(aLetter))
const report = await openDocx(await composeReport(aReport))

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
    for (const name of ['widowControl', 'overflowPunct', 'autoSpaceDE', 'autoSpaceDN'])
      expect(attribute(defaults, name, 'val'), name).toBe('0')
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

describe('the mark', () => {
  it('stands below the number of every page, small, and leaves the number where it was', async () => {
    const mark = '校验码 7Q3K-0VXA-M2ZD-9HTC　存证点 1234 3f9a02bc-77d1e05a'
    const marked = await openDocx(await composeLetter({ ...aLetter, mark }))
    const footers = [...marked.parts].filter(([path]) => path.startsWith('word/footer')).map(([, xml]) => xml)
    expect(footers).toHaveLength([...letter.parts].filter(([path]) => path.startsWith('word/footer')).length)
    for (const footer of footers) {
      expect(textOf(footer)).toContain(mark)
      expect(textOf(footer).startsWith('—  —')).toBe(true)
      expect(sizes(footer)).toContain('15')
    }
    const distance = (document: string) => Number(attribute(document, 'pgMar', 'footer'))
    expect(distance(letter.document) - distance(marked.document)).toBe(240)
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
