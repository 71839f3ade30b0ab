import type { PlanContent } from '@quanheng/domain/plan/model'
import type { TieBreaker } from '@quanheng/domain/plan/year-arithmetic'
import { Button, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { sayTieBreaker } from '../../../shared/plan-diff/say-setting.ts'
import { useEditor } from '../editor/editor.ts'
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
  const { readOnly } = useEditor()
  const nameOf = (key: string) => content.indicators.find((node) => node.key === key)?.name ?? key
  const options = [
    ...content.indicators.map(({ key }): TieBreaker => ({ kind: 'node', nodeKey: key })),
    { kind: 'bonus' } as const,
    { kind: 'fewerDeductions' } as const,
  ].map((by) => ({ value: keyOf(by), label: sayTieBreaker(by, nameOf) }))
  const left = options.filter((option) => !value.some((by) => keyOf(by) === option.value))
  return (
    <div className={styles.stack} style={{ gap: 6 }}>
      {value.length === 0 && <span className={styles.note}>{t('同分不再比较，名次相同')}</span>}
      {value.map((by, at) => (
        <span key={keyOf(by)} className={styles.row}>
          <span>{t('第{{nth}}比', { nth: at + 1 })}</span>
          <span>{sayTieBreaker(by, nameOf)}</span>
          {!readOnly && (
            <Button size="small" onClick={() => onChange(value.filter((_, nth) => nth !== at))}>
              {t('不比这一项')}
            </Button>
          )}
        </span>
      ))}
      {!readOnly && (
        <Select
          aria-label={t('同分时再比')}
          placeholder={t('同分时再比')}
          style={{ minWidth: 320 }}
          value={null}
          options={left}
          onChange={(key: string | null) => key !== null && onChange([...value, readKey(key)])}
        />
      )}
    </div>
  )
}
