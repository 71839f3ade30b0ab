import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceOf } from '../packages/papers/src/fonts/font-set.ts'
import { readFonts } from '../packages/papers/src/fonts/read-fonts.ts'
import { setLetter } from '../packages/papers/src/layout/letter.ts'
import { setReport } from '../packages/papers/src/layout/report.ts'
import { setSheet } from '../packages/papers/src/layout/sheets.ts'
import { writeOfd } from '../packages/papers/src/ofd/write-ofd.ts'
import { writePdf } from '../packages/papers/src/pdf/write-pdf.ts'
import { canRender } from '../packages/papers/src/rendering/office.ts'
import { generatedPaper } from '../packages/papers/src/testing/generated-papers.ts'
import { aLetter, aReport } from '../packages/papers/src/testing/samples.ts'
import { aVisitRecord } from '../packages/papers/src/testing/sheet-samples.ts'
import { differingShare } from './papers/alike.ts'
import { renderOfd, resolution } from './papers/render-ofd.ts'
import { launchBrowser } from './support/browser.ts'

const there = await canRender()
const fonts = readFonts()
const advance = advanceOf(fonts)

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** A page of a PDF as poppler draws it. */
async function pdfPicture(bytes: Uint8Array, index: number): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'))
  try {
    const file = join(folder, 'paper.pdf')
    await writeFile(file, bytes)
    const [number, out] = [String(index + 1), join(folder, 'page')]
    const size = ['-r', String(resolution)]
    await promisify(execFile)('pdftoppm', ['-png', '-singlefile', '-f', number, '-l', number, ...size, file, out])
    return await readFile(`${out}.png`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe.skipIf(!there)('OFD 与 PDF 的版面', () => {
  it.each([
    ['公文', setLetter(aLetter, { advance })],
    ['报告', setReport(aReport, { advance })],
    ['信函', setLetter(generatedPaper(16), { advance })],
    ['核验记录表', setSheet({ kind: 'visit', sheet: aVisitRecord }, { advance })],
  ])('%s：逐页比较，相差的像素不超过 1%', async (_, paper) => {
    const [ofd, pdf] = [await writeOfd(paper, fonts), await writePdf(paper, fonts)]
    const page = await browser.newPage()
    const pictures = await renderOfd(page, ofd.bytes)
    expect(pictures.length).toBeGreaterThan(0)
    for (const { index, picture } of pictures.slice(0, 3)) {
      const share = await differingShare(page, picture, await pdfPicture(pdf.bytes, index))
      expect(share, `page ${index + 1}`).toBeLessThanOrEqual(0.01)
    }
    await page.close()
  })

  it('版面不同的两页，比较得出来', async () => {
    const page = await browser.newPage()
    const [one] = await renderOfd(page, (await writeOfd(setLetter(aLetter, { advance }), fonts)).bytes)
    const other = await writePdf(setReport(aReport, { advance }), fonts)
    const share = one && (await differingShare(page, one.picture, await pdfPicture(other.bytes, 0)))
    expect(share).toBeGreaterThan(0.01)
    expect(share).toBeLessThan(1)
    await page.close()
  })
})
