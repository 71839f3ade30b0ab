import type { GradeArithmetic } from '@quanheng/domain/plan/year-arithmetic'
import { Button, Checkbox, Input, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { useEditor } from '../editor/editor.ts'
import { removeAt, replaceAt } from '../editor/rows.ts'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'

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
          rows={value.quotas.map((row) => ({ name: row.name, figure: row.percent }))}
          unit={t('%（占组内单位数）')}
          onChange={(rows) =>
            onChange({ ...value, quotas: rows.map(({ name, figure }) => ({ name, percent: figure })) })
          }
        />
        <span className={styles.row}>
          <Input
            aria-label={t('其余为')}
            prefix={<span className={styles.note}>{t('其余为')}</span>}
            value={value.rest}
            style={{ width: 180 }}
            onChange={({ target }) => onChange({ ...value, rest: target.value })}
          />
          <Select
            aria-label={t('名额不足一个怎么算')}
            value={value.places}
            style={{ width: 160 }}
            options={[
              { value: 'floor', label: t('名额舍去小数') },
              { value: 'halfUp', label: t('名额四舍五入') },
              { value: 'ceil', label: t('名额进一') },
            ]}
            onChange={(places) => onChange({ ...value, places })}
          />
          <Checkbox
            checked={value.atLeastOne}
            onChange={({ target }) => onChange({ ...value, atLeastOne: target.checked })}
          >
            {t('每组至少一个')}
          </Checkbox>
        </span>
        <span className={styles.row}>
          <Select
            aria-label={t('同分并列跨过名额线时')}
            value={value.tieAtCut ?? null}
            placeholder={t('同分并列跨过名额线时')}
            style={{ width: 260 }}
            options={[
              { value: 'includeAll', label: t('同分跨线：都评上一等次') },
              { value: 'excludeAll', label: t('同分跨线：都不评上一等次') },
              { value: 'stop', label: t('同分跨线：停下由人决定') },
            ]}
            onChange={(tieAtCut) => tieAtCut && onChange({ ...value, tieAtCut })}
          />
          <Select
            aria-label={t('空出的名额')}
            value={value.unused ?? null}
            placeholder={t('空出的名额')}
            style={{ width: 220 }}
            options={[
              { value: 'passOn', label: t('空出的名额顺延给下一等次') },
              { value: 'lapse', label: t('空出的名额作废') },
            ]}
            onChange={(unused) => unused && onChange({ ...value, unused })}
          />
        </span>
      </>
    )}
  </div>
)

interface Row {
  readonly name: string
  readonly figure: string
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
