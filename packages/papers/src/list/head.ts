import { headerText, type TableColumn } from '../xlsx/model.ts'

/** A cell of the header, over lines and columns: lines from 2, below the title; columns from 0. */
export interface HeadCell {
  readonly text: string
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Lines of the header: two where columns share a name above their own, as in the annexes of notices. */
export const headDepth = (columns: readonly TableColumn[]): 1 | 2 =>
  columns.some(({ group }) => group !== undefined) ? 2 : 1

/** The header's cells; a column without a group stands over both lines. */
export function headCells(columns: readonly TableColumn[]): readonly HeadCell[] {
  const bottom = 1 + headDepth(columns)
  return columns.flatMap((column, at): HeadCell[] => {
    const { group } = column
    const own = { text: headerText(column), top: group === undefined ? 2 : bottom, bottom, left: at, right: at }
    if (group === undefined || columns[at - 1]?.group === group) return [own]
    let right = at
    while (columns[right + 1]?.group === group) right += 1
    return [{ text: group, top: 2, bottom: 2, left: at, right }, own]
  })
}
