import { listUnits } from '@quanheng/contract/organisation'
import { Select } from 'antd'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { RefusedError } from '../../../shared/api/refused.ts'
import { noOption } from '../../../shared/form/no-option.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { useEditor } from '../editor/editor.ts'
import styles from './plan.module.css'
import { type Answered, listedFor } from './searched.ts'
import { allUnits, namesIn, unitsNamed } from './units-by-name.ts'

interface Common {
  readonly label: string
  readonly id?: string
  readonly placeholder?: string
}

/** Units by official order; the server searches names, short names and aliases. What is on screen keeps its place meanwhile. */
const useUnitOptions = (chosen: readonly string[]) => {
  const [q, setQ] = useState('')
  const editor = useEditor()
  const { data, isPlaceholderData, isLoading } = useQueryRoute(listUnits, { query: { q, size: 100, state: 'active' } })
  const answered = useRef<Answered>({ q: '', rows: [] })
  const found = isPlaceholderData ? undefined : (data?.rows ?? []).map((unit) => ({ value: unit.id, label: unit.name }))
  const listed = listedFor(answered.current, q, found)
  useEffect(() => {
    if (found) answered.current = { q, rows: listed }
  })
  const known = new Set(listed.map((option) => option.value))
  const rest = q === '' ? chosen.filter((id) => id !== '' && !known.has(id)) : []
  const options = [...listed, ...rest.map((id) => ({ value: id, label: editor.nameOf(id) || id }))]
  const learn = (ids: readonly string[]) =>
    editor.learnNames(
      Object.fromEntries(listed.filter(({ value }) => ids.includes(value)).map((o) => [o.value, o.label])),
    )
  const waiting = isPlaceholderData || isLoading
  const search = {
    options,
    showSearch: { filterOption: false, onSearch: setQ },
    notFoundContent: noOption(waiting),
    popupRender: (menu: ReactElement) => (
      <>
        {menu}
        <p role="status" className={styles.searching}>
          {waiting && options.length > 0 && t('正在查找…')}
        </p>
      </>
    ),
  }
  return { search, setQ, learn }
}

interface OneProps extends Common {
  readonly value: string | undefined
  readonly onChange: (unitId: string) => void
}

export const UnitSelect = ({ value, onChange, label, id, placeholder }: OneProps) => {
  const { search, setQ, learn } = useUnitOptions(value ? [value] : [])
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      value={value || null}
      {...search}
      allowClear
      placeholder={placeholder ?? t('选择单位')}
      style={{ width: '100%', minWidth: 160 }}
      popupMatchSelectWidth={false}
      onChange={(next: string | undefined | null) => {
        learn(next ? [next] : [])
        setQ('')
        onChange(next ?? '')
      }}
    />
  )
}

interface ManyProps extends Common {
  readonly value: readonly string[]
  readonly onChange: (unitIds: readonly string[]) => void
}

/** Units of a list; a list of names copied from Word or Excel may be pasted as a whole. */
export const UnitsSelect = ({ value, onChange, label, id }: ManyProps) => {
  const { search, learn } = useUnitOptions(value)
  const editor = useEditor()
  const [unknown, setUnknown] = useState<readonly string[]>([])
  const paste = async (names: readonly string[]) => {
    const known = await allUnits().catch((error: unknown) => {
      if (!(error instanceof RefusedError)) throw error
      notify(error.message, 'stop')
    })
    if (!known) return
    const found = unitsNamed(names, known)
    editor.learnNames(Object.fromEntries(found.units.map((unit) => [unit.id, unit.name])))
    onChange([...new Set([...value, ...found.units.map((unit) => unit.id)])])
    setUnknown(found.unknown)
  }
  return (
    <div
      onPasteCapture={(event) => {
        const names = namesIn(event.clipboardData.getData('text/plain'))
        if (names.length < 2) return
        event.preventDefault()
        event.stopPropagation()
        void paste(names)
      }}
    >
      <Select
        {...(id ? { id } : {})}
        mode="multiple"
        aria-label={label}
        value={[...value]}
        {...search}
        placeholder={t('选择单位，或粘贴单位名单')}
        style={{ width: '100%' }}
        onChange={(next: string[]) => {
          learn(next)
          setUnknown([])
          onChange(next)
        }}
      />
      {unknown.length > 0 && (
        <p role="alert" className={styles.stop}>
          {t('没有登记，或名称对应不止一个单位：{{names}}。请填全称，或先在“组织人员”中登记。', {
            names: unknown.join('、'),
          })}
        </p>
      )}
    </div>
  )
}
