import type { ReactNode } from 'react'
import { PrintSheet, type PrintSheetProps } from '../../../shared/print/PrintSheet.tsx'

interface Group<Row> {
  readonly key: string
  readonly name: string
  readonly rows: readonly Row[]
}

interface Props<Row> extends Omit<PrintSheetProps, 'children' | 'subtitle' | 'digest'> {
  readonly locked: { readonly planTitle: string; readonly runDigest: string; readonly groups: readonly Group<Row>[] }
  readonly columns: readonly { readonly title: string; readonly cell: (row: Row) => ReactNode }[]
  /** Above the tables. */
  readonly note?: ReactNode
}

/** The A4 view of a locked version: one table a group, one line a unit. */
export const GroupsPrint = <Row extends { readonly unitId: string }>({
  locked,
  columns,
  note,
  ...sheet
}: Props<Row>) => (
  <PrintSheet {...sheet} subtitle={locked.planTitle} digest={locked.runDigest}>
    {note}
    {locked.groups.map((group) => (
      <table key={group.key}>
        <caption>{group.name}</caption>
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.rows.map((row) => (
            <tr key={row.unitId}>
              {columns.map(({ title, cell }) => (
                <td key={title}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    ))}
  </PrintSheet>
)
