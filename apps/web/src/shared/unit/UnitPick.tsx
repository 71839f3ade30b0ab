import { listUnits } from '@quanheng/contract/organisation'
import { Select } from 'antd'
import { useState } from 'react'
import { useQueryRoute } from '../api/hooks.ts'
import { noOption } from '../form/no-option.ts'
import { t } from '../i18n/t.ts'

interface Props {
  readonly id?: string
  readonly label: string
  readonly value: string
  /** Its name, where it was chosen before the list was asked. */
  readonly name?: string
  readonly onChange: (unitId: string, name: string) => void
}

/** One unit of the whole city; the server searches names, short names and aliases. */
export const UnitPick = ({ id, label, value, name, onChange }: Props) => {
  const [q, setQ] = useState('')
  const { data, isPlaceholderData, isLoading } = useQueryRoute(listUnits, { query: { q, size: 100, state: 'active' } })
  const found = (data?.rows ?? []).map((unit) => ({ value: unit.id, label: unit.name }))
  const known = value === '' || found.some((option) => option.value === value)
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      value={value || null}
      placeholder={t('选择单位')}
      options={known ? found : [{ value, label: name ?? value }, ...found]}
      showSearch={{ filterOption: false, onSearch: setQ }}
      notFoundContent={noOption(isPlaceholderData || isLoading)}
      onChange={(next: string) => {
        onChange(next, found.find((option) => option.value === next)?.label ?? '')
        setQ('')
      }}
    />
  )
}
