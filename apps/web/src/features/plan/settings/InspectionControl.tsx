import type { InspectionEntry } from '@quanheng/domain/plan/settings'
import { Input, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../fields/plan.module.css'

interface Props {
  readonly value: InspectionEntry | 'none' | undefined
  readonly onChange: (value: InspectionEntry | 'none') => void
}

const kindOf = (value: Props['value']): 'listed' | 'none' | null =>
  value === undefined ? null : value === 'none' ? 'none' : 'listed'

/** 督查检查考核计划: its title and the entry under which this appraisal stands there, or that it needs none. */
export const InspectionControl = ({ value, onChange }: Props) => (
  <span className={styles.row}>
    <Select
      aria-label={t('是否列入督查检查考核计划')}
      value={kindOf(value)}
      placeholder={t('请选择')}
      style={{ width: 120 }}
      options={[
        { value: 'listed', label: t('已列入') },
        { value: 'none', label: t('无需列入') },
      ]}
      onChange={(kind) => onChange(kind === 'none' ? 'none' : { document: '', entry: '' })}
    />
    {value !== undefined && value !== 'none' && (
      <>
        <Input
          aria-label={t('计划名称')}
          value={value.document}
          placeholder={t('计划名称')}
          style={{ width: 260 }}
          maxLength={200}
          onChange={({ target }) => onChange({ ...value, document: target.value })}
        />
        <Input
          aria-label={t('列入项目')}
          value={value.entry}
          placeholder={t('如：第7项')}
          style={{ width: 110 }}
          maxLength={100}
          onChange={({ target }) => onChange({ ...value, entry: target.value })}
        />
      </>
    )}
  </span>
)
