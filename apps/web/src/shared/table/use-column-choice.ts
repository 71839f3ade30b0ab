import { useState } from 'react'
import type { Column } from './column.ts'

const storageKey = (table: string) => `quanheng.columns.${table}`

const remembered = (table: string): Readonly<Record<string, boolean>> => {
  try {
    return JSON.parse(localStorage.getItem(storageKey(table)) ?? '{}') as Record<string, boolean>
  } catch {
    return {}
  }
}

export interface ColumnChoice<Row> {
  readonly shown: readonly Column<Row>[]
  readonly isShown: (column: Column<Row>) => boolean
  readonly toggle: (column: Column<Row>) => void
  readonly reset: () => void
}

/** Which columns this person wants to see, remembered on this machine by the table's id. The first column always stays. */
export const useColumnChoice = <Row>(table: string, columns: readonly Column<Row>[]): ColumnChoice<Row> => {
  const [choice, setChoice] = useState(() => remembered(table))
  const isShown = (column: Column<Row>) => column === columns[0] || (choice[column.key] ?? column.optional !== true)
  const keep = (next: Readonly<Record<string, boolean>>) => {
    localStorage.setItem(storageKey(table), JSON.stringify(next))
    setChoice(next)
  }
  return {
    shown: columns.filter(isShown),
    isShown,
    toggle: (column) => keep({ ...choice, [column.key]: !isShown(column) }),
    reset: () => keep({}),
  }
}
