import { Button } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { t } from '../i18n/t.ts'
import { Icon } from '../icon/Icon.tsx'
import styles from './table.module.css'
import { sizes } from './use-table-state.ts'

interface Props {
  readonly page: number
  readonly size: number
  readonly total: number
  readonly onPage: (page: number) => void
  readonly onSize: (size: number) => void
}

/** How many there are, where we are, and the ways to another page. */
export const Pager = ({ page, size, total, onPage, onSize }: Props) => {
  const last = Math.max(1, Math.ceil(total / size))
  const [typed, setTyped] = useState(String(page))
  useEffect(() => setTyped(String(page)), [page])
  const jump = (event: FormEvent) => {
    event.preventDefault()
    const wanted = Math.min(last, Math.max(1, Number.parseInt(typed, 10) || page))
    setTyped(String(wanted))
    if (wanted !== page) onPage(wanted)
  }
  return (
    <nav className={styles.pager} aria-label={t('分页')}>
      <span className="figures">{t('共 {{total}} 条', { total })}</span>
      <label>
        {t('每页')}
        <select value={size} onChange={(event) => onSize(Number(event.target.value))}>
          {sizes.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <Button
        size="small"
        aria-label={t('上一页')}
        disabled={page <= 1}
        icon={<Icon name="left" size={14} />}
        onClick={() => onPage(page - 1)}
      />
      <form onSubmit={jump}>
        <input
          aria-label={t('页码')}
          inputMode="numeric"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => setTyped(String(page))}
        />
        <span className="figures">/ {last}</span>
      </form>
      <Button
        size="small"
        aria-label={t('下一页')}
        disabled={page >= last}
        icon={<Icon name="right" size={14} />}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  )
}
