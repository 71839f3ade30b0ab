import { type FocusEvent, useRef } from 'react'
import { t } from '../i18n/t.ts'
import { Icon } from '../icon/Icon.tsx'
import type { Column } from './column.ts'
import styles from './table.module.css'
import type { ColumnChoice } from './use-column-choice.ts'

interface Props<Row> {
  readonly columns: readonly Column<Row>[]
  readonly choice: ColumnChoice<Row>
}

/** Which columns to show; the first one always stays. */
export const ColumnMenu = <Row,>({ columns, choice }: Props<Row>) => {
  const box = useRef<HTMLDetailsElement>(null)
  const close = (event: FocusEvent) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) box.current?.removeAttribute('open')
  }
  return (
    <details
      ref={box}
      className={styles.columnMenu}
      onBlur={close}
      onKeyDown={(event) => event.key === 'Escape' && box.current?.removeAttribute('open')}
    >
      <summary>
        <Icon name="columns" />
        {t('列设置')}
      </summary>
      <div>
        {columns.map((column, index) => (
          <label key={column.key}>
            <input
              type="checkbox"
              checked={choice.isShown(column)}
              disabled={index === 0}
              onChange={() => choice.toggle(column)}
            />
            {column.title}
          </label>
        ))}
        <button type="button" onClick={choice.reset}>
          {t('恢复默认')}
        </button>
      </div>
    </details>
  )
}
