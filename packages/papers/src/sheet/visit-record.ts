import { type Faces, run, size, usualFaces } from '../docx/faces.ts'
import { type BoxCell, boxes, signatureTable } from '../docx/signature-boxes.ts'
import { tight } from '../docx/tight.ts'
import type { Text } from '../paper/model.ts'
import { type SheetColumn, validity } from './columns.ts'
import type { Finding, VisitRecord } from './model.ts'
import { packSheet, sheetWidth } from './page.ts'
import { columnTable, factTable, gap, labelCell } from './parts.ts'

export const findingColumns: readonly SheetColumn<Finding>[] = [
  { header: '序号', width: 1.3, kind: 'text', of: (_, index) => String(index + 1) },
  { header: '核验事项', width: 3.6, kind: 'text', of: (row) => row.matter },
  { header: '核验标准', width: 3.6, kind: 'text', of: (row) => row.standard ?? '' },
  { header: '填报情况', width: 3, kind: 'text', of: (row) => row.reported ?? '' },
  { header: '核验情况', width: 4, kind: 'text', of: (row) => row.found ?? '' },
  { header: '结论', width: 1.8, kind: 'text', of: (row) => row.conclusion ?? '' },
  { header: '佐证材料', width: 3, kind: 'text', of: (row) => row.materials ?? '' },
]

/** An opinion, or the room to write one. */
function opinionBox(label: string, opinion: Text | undefined, faces: Faces, width: number) {
  const text: BoxCell = { top: true, children: [tight(opinion ?? '', run(faces.body, size.smallFourth))] }
  return boxes([{ height: 1200, keepNext: true, cells: [labelCell(label, faces), text] }], [1700, width - 1700])
}

/** 现场核验记录表 as A4 portrait .docx: findings, opinions of both sides, signatures of both sides. */
export function composeVisitRecord(
  record: VisitRecord,
  { faces = usualFaces }: { faces?: Faces } = {},
): Promise<Uint8Array> {
  const width = sheetWidth('portrait')
  const blank: readonly Finding[] = Array.from({ length: record.blankRows ?? 0 }, () => ({ matter: '' }))
  return packSheet(
    record,
    'portrait',
    [
      factTable(record.facts, faces, width),
      gap(),
      ...columnTable(findingColumns, [...record.findings, ...blank], {}, faces, width, 620),
      gap(),
      opinionBox('核验意见', record.opinion, faces, width),
      signatureTable(record.team, faces, width),
      gap(),
      opinionBox('被核验\n单位意见', record.response, faces, width),
      signatureTable(record.visited, faces, width),
      tight(validity, run(faces.body, size.smallFourth)),
    ],
    faces,
  )
}
