import { describe, expect, it } from 'vitest'
import { checkPaper } from '../conformity/check-paper.ts'
import { composeLetter } from '../docx/letter.ts'
import { partsOf } from '../testing/faulty.ts'
import { generatedPaper } from '../testing/generated-papers.ts'
import { aBoundLetter } from '../testing/samples.ts'
import { canRender } from './office.ts'
import { renderPapers } from './render.ts'

const there = await canRender()
/** Papers that LibreOffice once set wrongly: the text all on page 2, for the signature's sake; the signature alone on the last page. */
const once = [130, 132, 153]
/** The long run sets all that the form check's own long run composes. */
const numbers = process.env.QUANHENG_LONG
  ? Array.from({ length: 200 }, (_, index) => index)
  : [0, 1, 2, 3, 4, 5, 6, ...once]
const count = numbers.length + 1

/** What only a set page answers: 1–4 lines of title, rules, mark, gaps, lone dates, page numbers, 22 × 28. */
const onPages = [18, 25, 26, 27, 30, 34, 35, 37, 42, 43, 44]

const said = there ? '' : ' (skipped: LibreOffice or poppler is not installed, so no page was set)'

describe.skipIf(!there)(`${count} papers as LibreOffice sets them${said}`, () => {
  it('hold on the page what they hold in the file', { timeout: 900_000 }, async () => {
    const papers = await Promise.all(
      [aBoundLetter, ...numbers.map((index) => generatedPaper(index))].map((paper) => composeLetter(paper)),
    )
    const renderings = await renderPapers(papers)
    const seen = new Set<number>()
    const faults: string[] = []
    for (const [index, bytes] of papers.entries()) {
      const { answers } = checkPaper(await partsOf(bytes), { rendering: renderings[index] })
      const wrong = answers.filter(
        ({ id, status }) => status === 'fail' || (onPages.includes(id) && status === 'unverified'),
      )
      for (const { id, status, faults: found } of wrong)
        faults.push(`paper ${numbers[index - 1] ?? 'bound'}: ${id} ${status} ${JSON.stringify(found)}`)
      for (const { id, applies } of answers) if (applies) seen.add(id)
    }
    expect(faults).toEqual([])
    expect(onPages.filter((id) => !seen.has(id))).toEqual([])
  })
})
