import { Button, Input, Select } from 'antd'
import { type FormEvent, lazy, Suspense, useEffect, useId, useState } from 'react'
import { t } from '../i18n/t.ts'
import type { Search } from '../route/search.ts'
import type { Filter } from './column.ts'
import styles from './table.module.css'

const DayFilter = lazy(() => import('./DayFilter.tsx'))

interface Props {
  readonly filters: readonly Filter[]
  readonly values: Search
  readonly onQuery: (values: Search) => void
}

interface ControlProps {
  readonly filter: Filter
  readonly id: string
  readonly value: string
  readonly onChange: (value: string) => void
}

const Control = ({ filter, id, value, onChange }: ControlProps) => {
  switch (filter.kind) {
    case 'text':
      return (
        <Input
          id={id}
          value={value}
          allowClear
          placeholder={filter.placeholder}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'choice':
      return (
        <Select
          id={id}
          value={value === '' ? undefined : value}
          allowClear
          showSearch={filter.options.length > 8 && { optionFilterProp: 'label' }}
          placeholder={t('全部')}
          options={[...filter.options]}
          onChange={(chosen: string | undefined) => onChange(chosen ?? '')}
        />
      )
    case 'day':
      return (
        <Suspense fallback={<Input id={id} disabled value={value} />}>
          <DayFilter id={id} value={value} onChange={onChange} />
        </Suspense>
      )
  }
}

/** Conditions above a table. Nothing is asked of the server until 查询 or Enter; 重置 clears and asks at once. */
export const QueryForm = ({ filters, values, onQuery }: Props) => {
  const id = useId()
  const [draft, setDraft] = useState(values)
  const current = JSON.stringify(values)
  useEffect(() => setDraft(JSON.parse(current) as Search), [current])
  const query = (event: FormEvent) => {
    event.preventDefault()
    onQuery(Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== '')))
  }
  return (
    <form className={styles.query} onSubmit={query} aria-label={t('查询条件')}>
      {filters.map((filter) => (
        <div key={filter.name} className={styles.filter}>
          <label htmlFor={id + filter.name}>{filter.label}</label>
          <Control
            filter={filter}
            id={id + filter.name}
            value={draft[filter.name] ?? ''}
            onChange={(value) => setDraft((before) => ({ ...before, [filter.name]: value }))}
          />
        </div>
      ))}
      <div className={styles.queryActs}>
        <Button htmlType="submit">{t('查询')}</Button>
        <Button type="text" onClick={() => onQuery({})}>
          {t('重置')}
        </Button>
      </div>
    </form>
  )
}
