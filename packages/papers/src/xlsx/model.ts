/** A column of a table that people fill in or read in Excel. */
export interface TableColumn {
  /** Key in rows; the same in and out. */
  readonly key: string
  readonly header: string
  /** Unit of measure, printed in the header: 万元. `%` lets percentages in and reads 12.5% as 12.5. */
  readonly unit?: string
  /** Stands over this column and those beside it that bear the same: a header of two lines, as annexes have. */
  readonly group?: string
  /** Width in characters of the default face, as Excel counts. */
  readonly width: number
  readonly kind: 'text' | 'quantity' | 'date' | 'choice'
  readonly required?: boolean
  /** For `choice`: what may stand there, verbatim. */
  readonly choices?: readonly string[]
  /** Explains the column: a note on its header, and a line of the 填写说明. */
  readonly note?: string
  /** Longest text in characters; 2,000 unless said. */
  readonly maxLength?: number
}

/** Values by key: exact strings for quantities, `YYYY-MM-DD` for dates. Absent is blank, and blank is absent. */
export type TableValues = Readonly<Record<string, string | undefined>>

/** Which template a workbook is made from; written into a hidden sheet and asked for on the way in. */
export interface TemplateMark {
  readonly name: string
  readonly version: string
}

/** A table to fill in. What only goes out is a `List`. */
export interface Table {
  /** Printed above the table; also the name of the worksheet, as far as Excel allows. */
  readonly title: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableValues[]
  /** Makes it one that `readTable` takes back. */
  readonly template: TemplateMark & { readonly example: TableValues }
  /** `YYYY-MM-DD`: the file's own date. */
  readonly on?: string
}

/** The header as written: name and unit. */
export const headerText = ({ header, unit }: TableColumn): string => (unit ? `${header}（${unit}）` : header)

/** The sheet that carries the marker and the lists of choices. Excel and WPS do not offer it for display. */
export const markerSheet = '_quanheng'
