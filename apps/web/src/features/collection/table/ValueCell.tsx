import { noText, notConcernedText, yesText } from '@quanheng/domain/datum/typed-value'
import { Button, Input, Select } from 'antd'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../collection.module.css'
import { type Edit, lastText, readEdit } from '../edit.ts'
import type { DatumRow } from '../row.ts'
import { sayShort } from '../say.ts'

interface Props {
  readonly row: DatumRow
  readonly edit: Edit
  readonly onChange: (text: string) => void
  /** Lines pasted from Excel, for this row and the ones below it. */
  readonly onPaste: (datumIds: readonly string[], texts: readonly string[]) => void
  /** A checklist is ticked in the drawer. */
  readonly onOpen: () => void
}

const mark = 'data-datum'

/** Ids of the editable rows from this control downwards, in the order of the table. */
const below = (control: Element): readonly HTMLInputElement[] => {
  const all = [...(control.closest('table')?.querySelectorAll<HTMLInputElement>(`input[${mark}]`) ?? [])]
  return all.slice(all.indexOf(control as HTMLInputElement))
}

const step = (event: KeyboardEvent<HTMLInputElement>, by: 1 | -1) => {
  const all = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLInputElement>(`input[${mark}]`) ?? [])]
  const next = all[all.indexOf(event.currentTarget) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.select()
}

/** The figure, typed in place: arrows and Enter go from row to row, a column pasted from Excel fills the rows below. */
export const ValueCell = ({ row, edit, onChange, onPaste, onOpen }: Props) => {
  const label = t('{{unit}} {{name}}', { unit: row.unitName, name: row.element.name })
  const read = edit.text.trim() === '' ? undefined : readEdit(row, edit)
  const fault = read && !read.ok ? read.fault : undefined
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\n\t]/.test(text.trimEnd())) return
    event.preventDefault()
    const texts = text
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => line.split('\t')[0] ?? '')
    const ids = below(event.currentTarget).map((input) => input.getAttribute(mark) ?? '')
    onPaste(ids, texts)
  }
  if (row.element.type === 'checklist') {
    return (
      <Button size="small" title={edit.text} onClick={onOpen}>
        {read?.ok ? sayShort(row, read.value) : t('勾选')}
      </Button>
    )
  }
  if (row.element.type === 'fact') {
    const options = [
      { value: yesText, label: t('是') },
      { value: noText, label: t('否') },
      { value: notConcernedText, label: t('不涉及') },
    ]
    return (
      <Select
        aria-label={label}
        value={edit.text === '' ? undefined : edit.text}
        allowClear
        placeholder={lastText(row) || t('请选择')}
        options={options}
        onChange={(value: string | undefined) => onChange(value ?? '')}
        style={{ width: 116 }}
      />
    )
  }
  return (
    <div className={styles.value}>
      <Input
        {...{ [mark]: row.id }}
        aria-label={label}
        aria-invalid={fault !== undefined}
        status={fault === undefined ? '' : 'error'}
        value={edit.text}
        placeholder={lastText(row)}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onPaste={paste}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'ArrowDown') step(event, 1)
          if (event.key === 'ArrowUp') step(event, -1)
        }}
      />
      {fault !== undefined && (
        <span role="alert" className={styles.fault}>
          {fault}
        </span>
      )}
    </div>
  )
}
