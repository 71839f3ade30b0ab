import type { DomainError } from '@quanheng/domain/kernel/result'

/** What can be wrong with an uploaded table. The words are in `@quanheng/messages`; params stand in brackets. */
export const tableCodes = [
  // The file
  /** No bytes. */
  'table.empty',
  /** Not a workbook of the xlsx kind, nor text with one of the columns. */
  'table.notXlsx',
  /** Bytes of a .csv that are no character. [row, place, encoding] */
  'table.badBytes',
  /** A quotation mark of a .csv that is not closed, or out of place. [row, place] */
  'table.badQuote',
  /** A line of a .csv that holds more than the header. [row, place, width] */
  'table.tooWide',
  /** .xls or .xlsb: to be saved as .xlsx first. */
  'table.oldFormat',
  /** Cut off, or damaged inside. */
  'table.damaged',
  /** Protected by a password to open. */
  'table.encrypted',
  /** Carries macros or controls. */
  'table.macros',
  /** Expands to more than it may, as bombs do. [reason: entries | expanded | ratio | cells] */
  'table.tooLarge',
  // The template
  /** Not made from a template of ours: the hidden marker is missing. */
  'table.noMarker',
  /** Another table's template. [expected, found] */
  'table.otherTemplate',
  /** An older or newer version of this template. [expected, found] */
  'table.otherVersion',
  /** A column of the template is gone or renamed. [column] */
  'table.columnMissing',
  /** Two columns bear one name. [column] */
  'table.columnTwice',
  'table.noRows',
  /** [limit] */
  'table.tooManyRows',
  // Cells; each with its address and [column]
  'table.required',
  /** A formula: values are wanted. */
  'table.formula',
  /** #N/A, #DIV/0! … [text] */
  'table.errorValue',
  /** Merged with its neighbours, so that it is unclear whose value it is. [range] */
  'table.merged',
  /** Not one of the choices. [text] */
  'table.notChoice',
  /** Not a day of the calendar. [text] */
  'table.notDate',
  /** A date stands where a number or text is wanted, often made by Excel from 1-2. [text] */
  'table.isDate',
  /** TRUE or FALSE where a value is wanted. */
  'table.isTruth',
  /** [limit] */
  'table.tooLong',
  /** A long number whose last digits Excel has already dropped: to be typed as text. [text] */
  'table.digitsLost',
] as const

export type TableCode = (typeof tableCodes)[number]

/** Quantities are read by the domain and refused with its codes: `quantity.percent`, `quantity.notANumber` … */
export interface TableError extends DomainError<TableCode | `quantity.${string}`> {
  /** Name of the worksheet, for errors of cells. */
  readonly sheet?: string
  /** Address, e.g. `C7`. */
  readonly cell?: string
}
