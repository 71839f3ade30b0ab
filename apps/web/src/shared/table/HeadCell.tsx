import { t } from '../i18n/t.ts'
import { Icon } from '../icon/Icon.tsx'
import type { Column } from './column.ts'
import styles from './table.module.css'

interface Props<Row> {
  readonly column: Column<Row>
  readonly sort: string
  readonly onSort: (sort: string) => void
}

/** Ascending, descending, and back to the server's own order. */
const nextSort = (key: string, sort: string): string => (sort === key ? `-${key}` : sort === `-${key}` ? '' : key)

const ariaSort = (key: string, sort: string) =>
  sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : undefined

export const HeadCell = <Row,>({ column, sort, onSort }: Props<Row>) => {
  const words = (
    <>
      {column.title}
      {column.unit && <small className={styles.unit}>{t('（{{unit}}）', { unit: column.unit })}</small>}
    </>
  )
  const direction = ariaSort(column.key, sort)
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={column.figure && styles.figure}
      style={column.width ? { minWidth: column.width, width: column.width } : undefined}
    >
      {column.sort ? (
        <button type="button" className={styles.sort} onClick={() => onSort(nextSort(column.key, sort))}>
          {words}
          <span className={styles.sortMark} data-on={direction !== undefined}>
            <Icon name={direction === 'descending' ? 'down' : 'up'} size={12} />
          </span>
        </button>
      ) : (
        words
      )}
    </th>
  )
}
