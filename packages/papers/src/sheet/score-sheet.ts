import { type Faces, usualFaces } from '../docx/faces.ts'
import { scoreColumns, validity } from './columns.ts'
import type { ScoreSheet } from './model.ts'
import { packSheet, sheetWidth } from './page.ts'
import { columnTable, factTable, gap } from './parts.ts'

/** 指标考核评分表 as A4 landscape .docx: facts, units with reasons and basis, signature boxes, check code on every page. */
export function composeScoreSheet(
  sheet: ScoreSheet,
  { faces = usualFaces }: { faces?: Faces } = {},
): Promise<Uint8Array> {
  const width = sheetWidth('landscape')
  return packSheet(
    sheet,
    'landscape',
    [
      factTable(sheet.facts, faces, width),
      gap(),
      ...columnTable(
        scoreColumns(sheet),
        sheet.rows,
        { notes: [...(sheet.notes ?? []), validity], signatures: sheet.signatures },
        faces,
        width,
      ),
    ],
    faces,
  )
}
