import { type Faces, run, size, usualFaces } from '../docx/faces.ts'
import { tight } from '../docx/tight.ts'
import type { Text } from '../paper/model.ts'
import { type SheetColumn, validity } from './columns.ts'
import type { FormSheet } from './model.ts'
import { packSheet, sheetWidth } from './page.ts'
import { columnTable, factTable, gap } from './parts.ts'

const columnsOf = ({ columns }: FormSheet): readonly SheetColumn<readonly Text[]>[] =>
  columns.map((column, at) => ({ ...column, of: (row) => row[at] ?? '' }))

/**
 * A working paper that is a table with room to sign: 目标责任书, 自评表, 数据确认表, 分项评分表, 归档目录. Facts, what is
 * promised or confirmed, the table with its heads on every page, signature boxes, check code on every page.
 */
export function composeFormSheet(
  sheet: FormSheet,
  { faces = usualFaces }: { faces?: Faces } = {},
): Promise<Uint8Array> {
  const width = sheetWidth(sheet.orientation)
  const signed = sheet.signatures.length > 0
  return packSheet(
    sheet,
    sheet.orientation,
    [
      ...(sheet.facts.length > 0 ? [factTable(sheet.facts, faces, width), gap()] : []),
      ...(sheet.prose ?? []).map((text) =>
        tight(text, run(faces.body, size.fourth), { indent: { firstLine: 560 }, spacing: { line: 460, after: 80 } }),
      ),
      ...columnTable(
        columnsOf(sheet),
        sheet.rows,
        { notes: [...(sheet.notes ?? []), ...(signed ? [validity] : [])], signatures: sheet.signatures },
        faces,
        width,
      ),
    ],
    faces,
  )
}
