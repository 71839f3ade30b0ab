import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { advanceOf } from '../fonts/font-set.ts'
import { readFonts } from '../fonts/read-fonts.ts'
import { setLetter } from '../layout/letter.ts'
import type { PlacedText, SetPaper } from '../layout/model.ts'
import { setReport } from '../layout/report.ts'
import { setSheet } from '../layout/sheets.ts'
import { generatedPaper } from '../testing/generated-papers.ts'
import { pdfTree } from '../testing/open-pdf-tree.ts'
import { aLetter, aReport } from '../testing/samples.ts'
import { aScoreSheet } from '../testing/sheet-samples.ts'
import { writePdf } from './write-pdf.ts'

const fonts = readFonts()
const advance = advanceOf(fonts)
const squeezed = (text: string) => text.replace(/\s/g, '')

/** Text of a page that belongs to a part, in the order of the layout: what somebody who cannot see it must hear. */
const spoken = ({ pages }: SetPaper) =>
  pages.map(({ items }) =>
    squeezed(
      items
        .filter((item): item is PlacedText => item.kind === 'text' && item.part !== undefined)
        .map(({ text }) => text)
        .join(''),
    ),
  )

/** What PDF/UA-1 (ISO 14289-1) asks that can be seen without its validator: clauses in brackets. */
describe('a PDF read aloud', () => {
  it.each([
    ['letter', setLetter(aLetter, { advance, watermark: '沈一苇 投资科' })],
    ['report', setReport(aReport, { advance })],
    ['score sheet', setSheet({ kind: 'score', sheet: aScoreSheet }, { advance })],
    ['a letter with everything odd', setLetter(generatedPaper(6), { advance })],
  ])('%s: every text is in the structure tree in reading order, or an artifact (7.1)', async (_, paper) => {
    const { bytes } = await writePdf(paper, fonts)
    const pages = await pdfTree(bytes)
    expect(pages.map(({ loose }) => loose)).toEqual(pages.map(() => ''))
    expect(pages.map(({ read }) => squeezed(read.map(({ text }) => text).join('')))).toEqual(spoken(paper))
  })
  it('headings descend one level at a time (7.4.2), cells are heads or data (7.5)', async () => {
    const { bytes } = await writePdf(setReport(aReport, { advance }), fonts)
    const roles = (await pdfTree(bytes)).flatMap(({ read }) => read.map(({ role }) => role))
    const levels = roles.flatMap((role) => (/^H[1-6]$/.test(role) ? [Number(role.slice(1))] : []))
    expect(levels[0]).toBe(1)
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
    expect(roles).toContain('TH')
    expect(roles).toContain('TD')
    const source = Buffer.from(bytes).toString('latin1')
    // Nothing needs a description in words (7.3): there is no picture in any paper.
    expect(source).not.toContain('/Subtype /Image')
    expect(source).toContain('/Lang (zh-CN)')
    expect(source).toContain('/Title')
  })
})
