import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import type { Block, Report } from '../paper/model.ts'
import { plain } from '../paper/text.ts'

/** A page of 22 lines of 28 characters in prose. */
const page = '截至年末，全市固定资产投资完成年度目标的百分之一百零一，各责任单位按时限报送数据，佐证材料齐全。'.repeat(
  13,
)

/** A report of about so many pages: three of prose, then one that is a table of 21 rows, and again. */
export const longReport = (pages: number): Report => ({
  title: '云岭市发展和改革委员会2025年度指标考核评分报告',
  body: Array.from({ length: pages }, (_, at): Block[] =>
    at % 4 === 3
      ? [
          {
            kind: 'table',
            columns: [{ width: 10 }, { width: 50 }, { width: 20 }, { width: 20 }],
            header: [['序号', '考核对象', '满分', '得分']],
            rows: Array.from({ length: 21 }, (_row, row) => [
              String(row + 1),
              `第${row + 1}考核单位`,
              '10',
              { path: `rows[${row}].points`, text: '9.62' },
            ]),
          },
        ]
      : [{ kind: 'paragraph', text: page }],
  ).flat(),
  signature: { organs: ['云岭市发展和改革委员会'], on: '2026-01-20', sealed: false },
})

/** The same words and tables by the library alone, in its own faces and margins: what the form of the standard is measured against. */
export const plainDocument = ({ body }: Report): Promise<Uint8Array> => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const children = body.map((block) =>
    block.kind === 'table'
      ? new Table({
          rows: [...block.header, ...block.rows].map(
            (row) => new TableRow({ children: row.map((text) => cell(plain(text as string))) }),
          ),
        })
      : new Paragraph(plain(block.text)),
  )
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}
