import type { paperBlock } from '@quanheng/contract/report'
import { Fragment, type ReactNode } from 'react'
import type { z } from 'zod'
import styles from './paper-sheet.module.css'

export type Block = z.infer<typeof paperBlock>

type Table = Extract<Block, { kind: 'table' }>
type Cell = Table['rows'][number][number]
type Text = Extract<Block, { kind: 'paragraph' }>['text']

const isFigure = (part: unknown): part is { readonly path: string; readonly text: string } =>
  typeof part === 'object' && part !== null && 'path' in part

/** Text with its figures; a figure shows its place in the locked version when pointed at. */
const TextView = ({ text }: { readonly text: Text }): ReactNode => {
  if (typeof text === 'string') return text
  if (isFigure(text))
    return (
      <span className={styles.figure} title={text.path}>
        {text.text}
      </span>
    )
  return text.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no name but their place
    <Fragment key={at}>
      <TextView text={part} />
    </Fragment>
  ))
}

const spanOf = (cell: Cell) =>
  typeof cell === 'object' && !Array.isArray(cell) && 'cell' in cell ? cell : { cell: cell as Text }

const Row = ({ cells, head = false }: { readonly cells: readonly Cell[]; readonly head?: boolean }) => (
  <tr>
    {cells.map((given, at) => {
      const { cell, colSpan, rowSpan } = spanOf(given)
      const Tag = head ? 'th' : 'td'
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells of a printed row have no name but their column
        <Tag key={at} colSpan={colSpan} rowSpan={rowSpan} {...(head && { scope: 'col' })} data-figure={isFigure(cell)}>
          <TextView text={cell} />
        </Tag>
      )
    })}
  </tr>
)

const TableView = ({ table }: { readonly table: Table }) => (
  <div className={styles.tableBox}>
    <table className={styles.printed}>
      {table.caption !== undefined && (
        <caption>
          <TextView text={table.caption} />
          {table.unit !== undefined && (
            <small>
              <TextView text={table.unit} />
            </small>
          )}
        </caption>
      )}
      <thead>
        {table.header.map((cells, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: header rows have no name but their order
          <Row key={at} cells={cells} head />
        ))}
      </thead>
      <tbody>
        {table.rows.map((cells, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: printed rows have no name but their order
          <Row key={at} cells={cells} />
        ))}
      </tbody>
    </table>
  </div>
)

/** Blocks of a paper as they will be printed. */
export const BlockView = ({ blocks }: { readonly blocks: readonly Block[] }) =>
  blocks.map((block, at) => {
    const key = `${block.kind}${at}`
    switch (block.kind) {
      case 'heading':
        return (
          <h3 key={key} data-level={block.level}>
            <TextView text={block.text} />
          </h3>
        )
      case 'paragraph':
        return (
          <p key={key}>
            <TextView text={block.text} />
          </p>
        )
      default:
        return <TableView key={key} table={block} />
    }
  })
