import { checkPaper } from '@quanheng/papers/conformity/check-paper'
import { demand, sayPlace } from '@quanheng/papers/conformity/say'
import { composeLetter } from '@quanheng/papers/docx/letter'
import { advanceOf } from '@quanheng/papers/fonts/font-set'
import { readFonts } from '@quanheng/papers/fonts/read-fonts'
import { setLetter } from '@quanheng/papers/layout/letter'
import { writeOfd } from '@quanheng/papers/ofd/write-ofd'
import type { Letter } from '@quanheng/papers/paper/model'
import { writePdf } from '@quanheng/papers/pdf/write-pdf'
import { ownLimits, readZip } from '@quanheng/papers/zip/read'

export interface MakeOrder {
  readonly paper: Letter
  readonly fontsFolder: string
}

export interface MadePaper {
  readonly docx: Uint8Array
  readonly pdf: Uint8Array
  readonly ofd: Uint8Array
  readonly faults: readonly { assertion: number; says: string; place: string; found: string }[]
  /** Characters without a glyph in the fonts of this site. */
  readonly missing: readonly string[]
  readonly pages: number
}

/** Runs in a worker: the three files of a paper, and what the form check says of the .docx as it was written. */
const make = async ({ paper, fontsFolder }: MakeOrder): Promise<MadePaper> => {
  const docx = await composeLetter(paper)
  const parts = new Map((await readZip(docx, ownLimits)).map((part) => [part.path, part.bytes]))
  const faults = checkPaper(parts).answers.flatMap(({ id, status, faults: found }) =>
    status === 'fail'
      ? found.map((fault) => ({
          assertion: id,
          says: demand('zh-CN', id).says,
          place: sayPlace('zh-CN', fault.at),
          found: fault.found,
        }))
      : [],
  )
  const fonts = readFonts(fontsFolder)
  const set = setLetter(paper, { advance: advanceOf(fonts) })
  const pdf = await writePdf(set, fonts)
  const ofd = await writeOfd(set, fonts)
  const missing = [...new Set([...pdf.missing, ...ofd.missing])]
  return { docx, pdf: pdf.bytes, ofd: ofd.bytes, faults, missing, pages: set.pages.length }
}

export default make
