import type { DomainError } from '../kernel/result.ts'

/** A line of an uploaded table: texts by column, blank ones absent. */
export interface TableRow<K extends string> {
  /** Number of the line in the worksheet. */
  readonly row: number
  readonly texts: Readonly<Partial<Record<K, string>>>
}

/** What is wrong with one cell. */
export interface CellFault<K extends string> {
  readonly row: number
  readonly column: K
  readonly error: DomainError
}

export const faultAt = <K extends string>(row: number, column: K, error: DomainError): CellFault<K> => ({
  row,
  column,
  error,
})

/** Every line through `read`; one faulty line refuses the table, and every fault of it is told. */
export const readLines = <K extends string, T>(
  rows: readonly TableRow<K>[],
  read: (row: TableRow<K>, at: number) => { readonly value?: T; readonly faults: readonly CellFault<K>[] },
): { readonly values: readonly T[]; readonly faults: readonly CellFault<K>[] } => {
  const lines = rows.map(read)
  return {
    values: lines.flatMap((line) => (line.value === undefined ? [] : [line.value])),
    faults: lines.flatMap((line) => line.faults),
  }
}
