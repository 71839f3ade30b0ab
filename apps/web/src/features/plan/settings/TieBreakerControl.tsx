import type { PlanContent } from '@quanheng/domain/plan/model'
import type { TieBreaker } from '@quanheng/domain/plan/year-arithmetic'
import { Button, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../fields/plan.module.css'

interface Props {
  readonly content: PlanContent
  readonly value: readonly TieBreaker[]
  readonly onChange: (value: readonly TieBreaker[]) => void
}

const keyOf = (by: TieBreaker): string => (by.kind === 'node' ? `node:${by.nodeKey}` : by.kind)

const readKey = (key: string): TieBreaker => {
  if (key === 'bonus' || key === 'fewerDeductions') return { kind: key }
  return { kind: 'node', nodeKey: key.slice('node:'.length) }
}

/** 同分先后: what is compared where totals are equal, in order; nothing named, and equal totals share a rank. */
export const TieBreakerControl = ({ content, value, onChange }: Props) => {
  const options = [
    ...content.indicators.map(({ key, name }) => ({
      value: `node:${key}`,
      label: t('{{name}}得分高者在前', { name }),
    })),
    { value: 'bonus', label: t('加分多者在前') },
    { value: 'fewerDeductions', label: t('减分少者在前') },
  ]
  const left = options.filter((option) => !value.some((by) => keyOf(by) === option.value))
  return (
    <div className={styles.stack} style={{ gap: 6 }}>
      {value.length === 0 && <span className={styles.note}>{t('同分不再比较，名次相同')}</span>}
      {value.map((by, at) => (
        <span key={keyOf(by)} className={styles.row}>
          <span>{t('第{{nth}}比', { nth: at + 1 })}</span>
          <span>{options.find((option) => option.value === keyOf(by))?.label ?? keyOf(by)}</span>
          <Button size="small" onClick={() => onChange(value.filter((_, nth) => nth !== at))}>
            {t('不比这一项')}
          </Button>
        </span>
      ))}
      <Select
        aria-label={t('同分时再比')}
        placeholder={t('同分时再比')}
        style={{ minWidth: 320 }}
        value={null}
        options={left}
        onChange={(key: string | null) => key !== null && onChange([...value, readKey(key)])}
      />
    </div>
  )
}
