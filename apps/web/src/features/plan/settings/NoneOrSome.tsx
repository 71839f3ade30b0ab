import type { SettingName } from '@quanheng/domain/plan/settings'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import styles from '../fields/plan.module.css'

interface Props<T> {
  readonly name: SettingName
  readonly value: T | 'none' | undefined
  /** What is declared first where something is declared. */
  readonly fresh: T
  readonly onChange: (value: T | 'none') => void
  readonly children: (value: T) => ReactNode
}

/** Nothing of the kind, or what the plan says of it. */
export const NoneOrSome = <T extends object>({ name, value, fresh, onChange, children }: Props<T>) => (
  <div className={styles.stack} style={{ gap: 6 }}>
    <Select
      aria-label={word('setting', name)}
      value={value === undefined ? null : value === 'none' ? 'none' : 'some'}
      placeholder={t('请选择')}
      style={{ width: 160 }}
      options={[
        { value: 'none', label: t('不设') },
        { value: 'some', label: t('设') },
      ]}
      onChange={(choice: 'none' | 'some' | null) => choice !== null && onChange(choice === 'none' ? 'none' : fresh)}
    />
    {value !== undefined && value !== 'none' && children(value)}
  </div>
)
