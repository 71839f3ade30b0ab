import type { TableColumn, TableValues } from '../xlsx/model.ts'

/** A line of the 说明 of a list. */
export interface Remark {
  readonly label: string
  readonly text: string
}

/** What became of the rows, known when the last has gone by. */
export interface Written {
  readonly rows: number
  /** The worksheet is full: Excel ends at 1,048,576 lines. */
  readonly full: boolean
  /** Cells cut at the 32,767 characters that Excel holds. */
  readonly cut: number
}

/** A list that goes out to be read and calculated with, not to be filled in; as long as it likes. */
export interface List {
  /** Printed above the table; also the name of the worksheet, as far as Excel allows. */
  readonly title: string
  readonly columns: readonly TableColumn[]
  /** Asked for row by row, no sooner than the reader takes them. */
  readonly rows: Iterable<TableValues> | AsyncIterable<TableValues>
  /** `YYYY-MM-DD`: the file's own date. */
  readonly on?: string
  /** Above every printed page and in the properties: who took it out, of which unit, when. */
  readonly watermark?: string
  /** 说明, a worksheet of its own: filters, time of the data, how many rows are left out and why. */
  readonly remarks?: (written: Written) => readonly Remark[]
}
