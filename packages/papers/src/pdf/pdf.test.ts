import { Buffer } from 'node:buffer'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { advanceOf } from '../fonts/font-set.ts'
import { readFonts } from '../fonts/read-fonts.ts'
import { setLetter } from '../layout/letter.ts'
import type { PlacedText, SetPaper } from '../layout/model.ts'
import { setReport } from '../layout/report.ts'
import { setSheet } from '../layout/sheets.ts'
import { generatedPaper } from '../testing/generated-papers.ts'
import { pdfPages } from '../testing/open-pdf.ts'
import { aLetter, aReport } from '../testing/samples.ts'
import { aScoreSheet } from '../testing/sheet-samples.ts'
import { writePdf } from './write-pdf.ts'

const fonts = readFonts()
const advance = advanceOf(fonts)

const squeezed = (text: string) => text.replace(/\s/g, '')
const textOf = (paper: SetPaper) =>
  paper.pages.map(({ items }) =>
    squeezed(
      items
        .filter((item): item is PlacedText => item.kind === 'text')
        .map(({ text }) => text)
        .join(''),
    ),
  )

describe('PDF', () => {
  it.each([
    ['letter', setLetter(aLetter, { advance })],
    ['report', setReport(aReport, { advance })],
    ['score sheet', setSheet({ kind: 'score', sheet: aScoreSheet }, { advance })],
    ['信函 with everything odd', setLetter(generatedPaper(6), { advance })],
    ['纪要', setLetter(generatedPaper(7), { advance })],
  ])('%s: its text is the paper’s, in reading order, page by page', async (_, paper) => {
    const { bytes, missing } = await writePdf(paper, fonts)
    // The stand-in lacks this one; its box is still read as what it is.
    expect(missing.filter((character) => character !== '𠮷')).toEqual([])
    expect(await pdfPages(bytes)).toEqual(textOf(paper))
  })
  it('equal papers give equal bytes, whatever the clock says', async () => {
    const paper = setLetter(aLetter, { advance })
    const [one, two] = [await writePdf(paper, fonts), await writePdf(paper, fonts)]
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
    const source = Buffer.from(one.bytes).toString('latin1')
    expect(source.match(/D:\d{14}Z/g)).toEqual(['D:20250118000000Z', 'D:20250118000000Z'])
    expect(source.includes('PDFKit')).toBe(false)
  })
  it('is tagged: language, title, tree of parts, heads of tables', async () => {
    const { bytes } = await writePdf(setReport(aReport, { advance }), fonts)
    const source = Buffer.from(bytes).toString('latin1')
    for (const sign of [
      '/Lang (zh-CN)',
      '/Marked true',
      '/DisplayDocTitle true',
      '/S /H1',
      '/S /Table',
      '/Scope /Column',
    ])
      expect(source.includes(sign), sign).toBe(true)
    const document = await getDocumentProxy(bytes.slice())
    const tree = await (await document.getPage(1)).getStructTree()
    expect(JSON.stringify(tree)).toMatch(/"role":"H1".*"role":"P".*"role":"H2"/)
  })
  it('a watermark stands behind the text and is no part of it', async () => {
    const paper = setLetter(aLetter, { advance, watermark: '沈一苇 投资科 2026-01-08 09:00' })
    const { bytes } = await writePdf(paper, fonts)
    const [first = ''] = await pdfPages(bytes)
    expect(first.startsWith('沈一苇投资科2026-01-0809:00')).toBe(true)
    expect(paper.parts).toEqual(setLetter(aLetter, { advance }).parts)
  })
  it('names characters that no font has', async () => {
    const { missing } = await writePdf(setReport({ ...aReport, title: '关于\u{e000}的报告' }, { advance }), fonts)
    expect(missing).toContain('\u{e000}')
  })
})
