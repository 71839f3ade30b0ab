import type { TableFormat } from '@quanheng/contract/shapes'
import { Button } from 'antd'
import { type FocusEvent, useRef, useState } from 'react'
import { RefusedError } from '../api/refused.ts'
import { t } from '../i18n/t.ts'
import { Icon } from '../icon/Icon.tsx'
import { notify } from '../notice/notices.ts'
import styles from './table.module.css'

interface Props {
  /** What is taken out as Excel: 导出 Excel unless said. */
  readonly label?: string
  readonly size?: 'small'
  readonly onExport: (format: TableFormat) => Promise<void>
}

/** Takes a table out: as Excel at a click, as .csv from the menu beside it. */
export const ExportButton = ({ label, size, onExport }: Props) => {
  const box = useRef<HTMLDetailsElement>(null)
  const [busy, setBusy] = useState(false)
  const close = () => box.current?.removeAttribute('open')
  const leave = (event: FocusEvent) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) close()
  }
  const take = async (format: TableFormat) => {
    close()
    setBusy(true)
    try {
      await onExport(format)
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      notify(error.message, 'stop')
    } finally {
      setBusy(false)
    }
  }
  return (
    <span className={styles.exports}>
      <Button
        {...(size ? { size } : {})}
        disabled={false}
        icon={<Icon name="download" />}
        loading={busy}
        onClick={() => take('xlsx')}
      >
        {label ?? t('导出 Excel')}
      </Button>
      <details
        ref={box}
        className={styles.columnMenu}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      >
        <summary>CSV</summary>
        <div>
          <button type="button" onClick={() => void take('csv')}>
            {t('CSV（UTF-8 编码）')}
          </button>
          <button type="button" onClick={() => void take('gb18030')}>
            {t('CSV（GB 18030 编码，供较旧的软件使用）')}
          </button>
        </div>
      </details>
    </span>
  )
}
