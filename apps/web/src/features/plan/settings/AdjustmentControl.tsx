import type { AdjustmentWindow } from '@quanheng/domain/plan/settings'
import { Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { adjustmentDeciders } from '../../../shared/plan-diff/setting-words.ts'
import { DayInput } from '../fields/DayInput.tsx'
import styles from '../fields/plan.module.css'
import { NoneOrSome } from './NoneOrSome.tsx'

interface Props {
  readonly value: AdjustmentWindow | 'none' | undefined
  readonly onChange: (value: AdjustmentWindow | 'none') => void
}

const fresh: AdjustmentWindow = { lastDay: '', decidedBy: 'head' }

/** 指标调整: until when units may ask for it in this year, and who decides. */
export const AdjustmentControl = ({ value, onChange }: Props) => (
  <NoneOrSome name="targetAdjustment" value={value} fresh={fresh} onChange={onChange}>
    {(declared) => (
      <span className={styles.row}>
        <span>{t('申请截止')}</span>
        <DayInput
          label={t('指标调整申请截止')}
          placeholder={t('不设截止日期')}
          value={declared.lastDay}
          onChange={(lastDay) => onChange({ ...declared, lastDay })}
        />
        <Select
          aria-label={t('指标调整由谁审定')}
          value={declared.decidedBy}
          style={{ width: 200 }}
          options={adjustmentDeciders()}
          onChange={(decidedBy) => onChange({ ...declared, decidedBy })}
        />
      </span>
    )}
  </NoneOrSome>
)
