import { Fragment, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { t } from '../i18n/t.ts'
import type { Column } from './column.ts'
import { HeadCell } from './HeadCell.tsx'
import styles from './table.module.css'
import { useHeldRows } from './use-held-rows.ts'

export interface SheetProps<Row> {
  /** What the table holds, for those who listen to it, e.g. 考评方案. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** 序号 of the first row. */
  readonly firstNumber?: number
  /** Cells of the totals row by column key; the first column says 合计. */
  readonly totals?: Readonly<Record<string, ReactNode>> | undefined
  readonly sort?: string
  readonly onSort?: (sort: string) => void
  readonly onOpen?: ((row: Row) => void) | undefined
  readonly openKey?: string
  /** A row below the row, across the whole table, e.g. its trace. */
  readonly below?: ((row: Row) => ReactNode) | undefined
  /** Shown instead of rows. */
  readonly empty?: ReactNode
  readonly stale?: boolean
}

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, input, select, textarea, label, [role="button"]') !== null

const move = (row: HTMLElement, step: 'previousElementSibling' | 'nextElementSibling') => {
  let next = row[step]
  while (next && !next.hasAttribute('data-row')) next = next[step]
  if (next instanceof HTMLElement) next.focus()
}

/** The table itself: fixed header and first column, 序号, totals. Plain markup, so that hundreds of rows draw at once. */
export const Sheet = <Row,>(props: SheetProps<Row>) => {
  const { caption, columns, rowKey, firstNumber = 1, totals, sort = '', onSort, onOpen, below, empty } = props
  const { shown: rows, hold } = useHeldRows(props.rows)
  const onKey = (row: Row) => (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'ArrowDown') move(event.currentTarget, 'nextElementSibling')
    else if (event.key === 'ArrowUp') move(event.currentTarget, 'previousElementSibling')
    else if (event.key === 'Enter' && onOpen) onOpen(row)
    else return
    event.preventDefault()
  }
  const onClick = (row: Row) => (event: MouseEvent) => {
    if (!isControl(event.target) && document.getSelection()?.isCollapsed !== false) onOpen?.(row)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table} aria-busy={props.stale}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {t('序号')}
            </th>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={(next) => onSort?.(next)} />
            ))}
          </tr>
        </thead>
        <tbody onPointerDown={hold}>
          {rows.map((row, index) => {
            const key = rowKey(row)
            const under = below?.(row)
            return (
              <Fragment key={key}>
                <tr
                  data-row
                  data-open={props.openKey === key || undefined}
                  className={onOpen && styles.openable}
                  tabIndex={onOpen ? 0 : undefined}
                  onKeyDown={onKey(row)}
                  onClick={onClick(row)}
                >
                  <td className={styles.number}>{firstNumber + index}</td>
                  {columns.map((column, position) => (
                    <Cell key={column.key} column={column} isHead={position === 0}>
                      {column.render(row, index)}
                    </Cell>
                  ))}
                </tr>
                {under && (
                  <tr>
                    <td colSpan={columns.length + 1} className={styles.below}>
                      {under}
                    </td>
                  </tr>
                )}
              </Fragment>
            )
          })}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length + 1} className={styles.empty}>
                <div className={styles.emptyWords}>{empty ?? t('没有符合条件的记录')}</div>
              </td>
            </tr>
          )}
        </tbody>
        {totals && rows.length > 0 && (
          <tfoot>
            <tr>
              <td className={styles.number} />
              {columns.map((column, position) => (
                <Cell key={column.key} column={column} isHead={position === 0}>
                  {totals[column.key] ?? (position === 0 ? t('合计') : null)}
                </Cell>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

interface CellProps<Row> {
  readonly column: Column<Row>
  readonly isHead: boolean
  readonly children: ReactNode
}

const Cell = <Row,>({ column, isHead, children }: CellProps<Row>) => {
  const className = column.figure ? styles.figure : column.width ? styles.wraps : undefined
  return isHead ? (
    <th scope="row" className={className}>
      {children}
    </th>
  ) : (
    <td className={className}>{children}</td>
  )
}
