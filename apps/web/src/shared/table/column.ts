import type { ReactNode } from 'react'

export interface Column<Row> {
  /** Unique in the table; the name that the server sorts by. */
  readonly key: string
  readonly title: string
  /** Stands in the header, so that the cells hold bare figures. */
  readonly unit?: string
  readonly render: (row: Row, index: number) => ReactNode
  /** Right-aligned with tabular figures. */
  readonly figure?: true
  readonly sort?: true
  /** Least width in CSS pixels; text then wraps. Without it the column takes what its content needs on one line. */
  readonly width?: number
  /** Not shown until the person chooses it. */
  readonly optional?: true
}

/** Filters above the table; `name` is the field of the route's query. */
export type Filter =
  | { readonly kind: 'text'; readonly name: string; readonly label: string; readonly placeholder?: string }
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly label: string
      readonly options: readonly { readonly value: string; readonly label: string }[]
    }
  | { readonly kind: 'day'; readonly name: string; readonly label: string }
