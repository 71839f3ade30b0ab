import { type ObjectionWindow, objectionTerms } from '@quanheng/domain/plan/settings'
import { Checkbox, InputNumber, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { objectionDeciders } from '../../../shared/plan-diff/setting-words.ts'
import styles from '../fields/plan.module.css'

export type ObjectionValue = ObjectionWindow | 'none'

interface Props {
  readonly label: string
  readonly value: ObjectionValue | undefined
  readonly onChange: (value: ObjectionValue) => void
}

/** 异议受理期: how long units may object, how long answer and decision take, and who decides. */
export const ObjectionControl = ({ label, value, onChange }: Props) => {
  const isOpen = value !== undefined && value !== 'none'
  const terms = objectionTerms(value)
  const days = (name: 'workingDays' | 'answerDays' | 'decideDays', said: string) => (
    <>
      <span>{said}</span>
      <InputNumber
        aria-label={t('{{label}} {{days}}', { label, days: said })}
        min={1}
        max={366}
        value={terms[name]}
        style={{ width: 72 }}
        onChange={(count) => isOpen && onChange({ ...value, [name]: count ?? 1 })}
      />
    </>
  )
  return (
    <span className={styles.row}>
      <Checkbox checked={isOpen} onChange={({ target }) => onChange(target.checked ? { workingDays: 5 } : 'none')}>
        {label}
      </Checkbox>
      {isOpen && (
        <>
          {days('workingDays', t('印发后可提出（工作日）'))}
          {days('answerDays', t('受理后答复（工作日）'))}
          {days('decideDays', t('受理后决定（工作日）'))}
          <Select
            aria-label={t('{{label}} {{days}}', { label, days: t('由谁决定') })}
            value={terms.decidedBy}
            style={{ width: 200 }}
            options={objectionDeciders()}
            onChange={(decidedBy) => onChange({ ...value, decidedBy })}
          />
        </>
      )}
      {value === 'none' && <span className={styles.note}>{t('不设，以考评办登记的来函为准')}</span>}
    </span>
  )
}
