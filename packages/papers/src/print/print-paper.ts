import { composeLetter } from '../docx/letter.ts'
import { composeReport } from '../docx/report.ts'
import { withTextMark } from '../docx/watermark.ts'
import { advanceOf } from '../fonts/font-set.ts'
import { readFonts } from '../fonts/read-fonts.ts'
import { setLetter } from '../layout/letter.ts'
import type { SetPaper } from '../layout/model.ts'
import { type SetOptions, setReport } from '../layout/report.ts'
import { type AnySheet, setSheet } from '../layout/sheets.ts'
import { writeOfd } from '../ofd/write-ofd.ts'
import type { Letter, Report } from '../paper/model.ts'
import { writePdf } from '../pdf/write-pdf.ts'
import { composeEntrySheet } from '../sheet/entry-sheet.ts'
import { composeFormSheet } from '../sheet/form-sheet.ts'
import { composeScoreSheet } from '../sheet/score-sheet.ts'
import { composeSignOffSheet } from '../sheet/sign-off-sheet.ts'
import { composeVisitRecord } from '../sheet/visit-record.ts'

/** Whatever is printed, and what it is. */
export type AnyPaper =
  | { readonly kind: 'letter'; readonly paper: Letter }
  | { readonly kind: 'report'; readonly paper: Report }
  | AnySheet

export type PaperFormat = 'docx' | 'pdf' | 'ofd'

export interface PrintOrder {
  readonly format: PaperFormat
  readonly paper: AnyPaper
  /** The site's own fonts, for PDF and OFD; a folder that need not be there. */
  readonly fontsFolder: string
  /** Behind every page: name, unit and time. */
  readonly watermark?: string
}

function setPaper(order: AnyPaper, options: SetOptions): SetPaper {
  if (order.kind === 'letter') return setLetter(order.paper, options)
  return order.kind === 'report' ? setReport(order.paper, options) : setSheet(order, options)
}

function composeDocx(order: AnyPaper): Promise<Uint8Array> {
  switch (order.kind) {
    case 'letter':
      return composeLetter(order.paper)
    case 'report':
      return composeReport(order.paper)
    case 'score':
      return composeScoreSheet(order.sheet)
    case 'visit':
      return composeVisitRecord(order.sheet)
    case 'signOff':
      return composeSignOffSheet(order.sheet)
    case 'entry':
      return composeEntrySheet(order.sheet)
    case 'form':
      return composeFormSheet(order.sheet)
  }
}

/** A paper as a file of the format asked for. The same order and fonts give the same bytes. */
export async function printPaper({ format, paper, fontsFolder, watermark }: PrintOrder): Promise<Uint8Array> {
  if (format === 'docx') {
    const docx = await composeDocx(paper)
    return watermark === undefined ? docx : withTextMark(docx, watermark)
  }
  const fonts = readFonts(fontsFolder)
  const set = setPaper(paper, { advance: advanceOf(fonts), watermark })
  const { bytes } = await (format === 'pdf' ? writePdf(set, fonts) : writeOfd(set, fonts))
  return bytes
}
