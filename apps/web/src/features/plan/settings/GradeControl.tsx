import type { GradeArithmetic } from '@quanheng/domain/plan/year-arithmetic'
import { Button, Input, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { useEditor } from '../editor/editor.ts'
import { removeAt, replaceAt } from '../editor/rows.ts'
import { PrefixedInput } from '../fields/PrefixedInput.tsx'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'
import { QuotaRules } from './QuotaRules.tsx'

interface Props {
  readonly value: GradeArithmetic | undefined
  readonly onChange: (value: GradeArithmetic) => void
}

const fresh = (by: GradeArithmetic['by']): GradeArithmetic =>
  by === 'lines'
    ? { by, lines: [{ name: '', from: '' }] }
    : { by, quotas: [{ name: '', percent: '' }], rest: '', places: 'floor', atLeastOne: false }

/** 等次: score lines from the top down, or quotas of the units in a group with their arithmetic. */
export const GradeControl = ({ value, onChange }: Props) => (
  <div className={styles.stack} style={{ gap: 6 }}>
    <Select
      aria-label={t('等次怎样划定')}
      value={value?.by ?? null}
      placeholder={t('请选择')}
      style={{ width: 240 }}
      options={[
        { value: 'lines', label: t('按分数线') },
        { value: 'quotas', label: t('按组内比例') },
      ]}
      onChange={(by: GradeArithmetic['by'] | null) => by && onChange(fresh(by))}
    />
    {value?.by === 'lines' && (
      <Rows
        rows={value.lines.map((row) => ({ name: row.name, figure: row.from }))}
        unit={t('分及以上')}
        onChange={(rows) => onChange({ ...value, lines: rows.map(({ name, figure }) => ({ name, from: figure })) })}
      />
    )}
    {value?.by === 'quotas' && (
      <>
        <Rows
          rows={value.quotas.map(({ name, percent, from = '' }) => ({ name, figure: percent, from }))}
          unit={t('%（占组内单位数）')}
          onChange={(rows) =>
            onChange({
              ...value,
              quotas: rows.map(({ name, figure, from }) => ({ name, percent: figure, ...(from && { from }) })),
            })
          }
        />
        <QuotaRules value={value} onChange={onChange} />
      </>
    )}
  </div>
)

interface Row {
  readonly name: string
  readonly figure: string
  /** The lowest score that a quota asks for beside the place; empty where it asks for none. */
  readonly from?: string
}

interface RowsProps {
  readonly rows: readonly Row[]
  readonly unit: string
  readonly onChange: (rows: readonly Row[]) => void
}

const Rows = ({ rows, unit, onChange }: RowsProps) => {
  const { readOnly } = useEditor()
  return (
    <>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grades have no key; their order is their identity
        <span key={at} className={styles.row}>
          <Input
            aria-label={t('第 {{number}} 等名称', { number: at + 1 })}
            placeholder={t('等次名称')}
            value={row.name}
            style={{ width: 140 }}
            onChange={({ target }) => onChange(replaceAt(rows, at, { ...row, name: target.value }))}
          />
          <Input
            aria-label={t('第 {{number}} 等数值', { number: at + 1 })}
            value={row.figure}
            suffix={<span className={styles.note}>{unit}</span>}
            style={{ width: 220 }}
            onChange={({ target }) => onChange(replaceAt(rows, at, { ...row, figure: target.value }))}
          />
          {row.from !== undefined && !(readOnly && row.from === '') && (
            <PrefixedInput
              label={t('最低分')}
              name={t('第 {{number}} 等最低分', { number: at + 1 })}
              value={row.from}
              placeholder={t('可不填')}
              width={160}
              onChange={(from) => onChange(replaceAt(rows, at, { ...row, from }))}
            />
          )}
          {!readOnly && <RowActs name={row.name} onRemove={() => onChange(removeAt(rows, at))} />}
        </span>
      ))}
      {!readOnly && (
        <span>
          <Button size="small" onClick={() => onChange([...rows, { name: '', figure: '' }])}>
            {t('添加等次')}
          </Button>
        </span>
      )}
    </>
  )
}
