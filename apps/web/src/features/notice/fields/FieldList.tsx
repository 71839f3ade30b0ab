import { placesByField } from '@quanheng/domain/notice/places'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../notice.module.css'
import type { Choice, Field, Notice, Row } from '../notice.ts'
import { undecided } from '../notice.ts'
import { FieldRow } from './FieldRow.tsx'

/** More rows than anyone goes through at once are shown when asked for. */
const step = 60
/** Rows above the one that is looked for. */
const before = 10

interface Props {
  readonly notice: Notice
  readonly rows: readonly Row[]
  readonly selected: string | undefined
  readonly busy: boolean
  readonly closed: boolean
  readonly onSelect: (field: Field) => void
  readonly onChoose: (field: Field, choice: Choice | null) => void
  readonly onAcceptRest: () => void
}

/** The fields of one part, row by row, as the draft will have them. */
export const FieldList = ({ notice, rows, selected, busy, closed, onSelect, onChoose, onAcceptRest }: Props) => {
  const [asked, setAsked] = useState({ from: 0, to: step })
  const at = rows.findIndex(({ fields }) => fields.some(({ id }) => id === selected))
  // A field far down is shown among its neighbours, not below thousands of rows.
  const inside = at < 0 || (at >= asked.from && at < asked.to)
  const { from, to } = inside ? asked : { from: Math.max(0, at - before), to: at + step }
  const shown = rows.slice(from, to)
  const open = undecided(notice, rows)
  const places = useMemo(() => placesByField(notice.sources), [notice.sources])
  return (
    <div className={styles.rows}>
      {!closed && open.length > 0 && (
        <Button size="small" disabled={busy} onClick={onAcceptRest}>
          {t('采用本页未核对的 {{count}} 项', { count: open.length })}
        </Button>
      )}
      {from > 0 && (
        <Button onClick={() => setAsked({ from: Math.max(0, from - step), to })}>
          {t('前面还有 {{count}} 行', { count: from })}
        </Button>
      )}
      {shown.map((row) => (
        <fieldset key={row.key} className={styles.row}>
          <legend>
            {[...(row.path ?? []), ...(row.group === undefined ? [] : [row.group])].join(' › ')}
            {row.announced !== undefined && t('写明 {{count}} 个', { count: row.announced })}
            {row.present === false && t('正文之后没有此附件')}
          </legend>
          {row.fields.map((field) => (
            <FieldRow
              key={field.id}
              notice={notice}
              field={field}
              selected={field.id === selected}
              busy={busy}
              closed={closed}
              onSelect={onSelect}
              at={places.get(field.id)}
              onChoose={onChoose}
            />
          ))}
        </fieldset>
      ))}
      {rows.length === 0 && <p className={styles.none}>{t('文件中没有找到这一类内容。')}</p>}
      {rows.length > to && (
        <Button onClick={() => setAsked({ from, to: to + step })}>
          {t('再显示 {{count}} 行', { count: Math.min(step, rows.length - to) })}
        </Button>
      )}
    </div>
  )
}
