import { type Faces, usualFaces } from '../docx/faces.ts'
import { entryColumns, validity } from './columns.ts'
import type { EntrySheet } from './model.ts'
import { packSheet, sheetWidth } from './page.ts'
import { columnTable, factTable, gap } from './parts.ts'

/** 录入对照单 as A4 landscape .docx, in the order given, with a box to tick for the typist and one for the checker. */
export function composeEntrySheet(
  sheet: EntrySheet,
  { faces = usualFaces }: { faces?: Faces } = {},
): Promise<Uint8Array> {
  const width = sheetWidth('landscape')
  return packSheet(
    sheet,
    'landscape',
    [
      factTable(sheet.facts, faces, width),
      gap(),
      ...columnTable(entryColumns, sheet.rows, { notes: [validity], signatures: sheet.signatures }, faces, width),
    ],
    faces,
  )
}
