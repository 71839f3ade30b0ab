import type { SettingName } from '@quanheng/domain/plan/settings'
import type { CreditArithmetic, GradeArithmetic, VetoArithmetic } from '@quanheng/domain/plan/year-arithmetic'
import { Checkbox, InputNumber, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { choices, roundingModes, roundingStages } from '../../../shared/plan-diff/setting-words.ts'
import styles from '../fields/plan.module.css'
import { CreditControl } from './CreditControl.tsx'
import { GradeControl } from './GradeControl.tsx'
import { ObjectionControl, type ObjectionValue } from './ObjectionControl.tsx'
import { VetoControl } from './VetoControl.tsx'

interface Props {
  readonly name: SettingName
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

const windows: readonly SettingName[] = ['feedback', 'publicNotice']

type CreditValue = CreditArithmetic | 'none'
type VetoValue = VetoArithmetic | 'none'

/** The control for one silence of the notice. */
export const SettingControl = ({ name, value, onChange }: Props) => {
  const options = choices()[name]
  const label = word('setting', name)
  if (options)
    return (
      <Select
        aria-label={label}
        value={(value as string | undefined) ?? null}
        placeholder={t('请选择')}
        style={{ minWidth: 320 }}
        options={options}
        onChange={onChange}
      />
    )
  if (windows.includes(name))
    return <WindowControl label={label} value={value as Window | undefined} onChange={onChange} />
  if (name === 'objection')
    return <ObjectionControl label={label} value={value as ObjectionValue | undefined} onChange={onChange} />
  if (name === 'rounding') return <RoundingControl value={value as Rounding | undefined} onChange={onChange} />
  if (name === 'grades') return <GradeControl value={value as GradeArithmetic | undefined} onChange={onChange} />
  if (name === 'credits') return <CreditControl value={value as CreditValue | undefined} onChange={onChange} />
  return <VetoControl value={value as VetoValue | undefined} onChange={onChange} />
}

type Window = { readonly workingDays: number } | 'none'

interface WindowProps {
  readonly label: string
  readonly value: Window | undefined
  readonly onChange: (value: Window) => void
}

const WindowControl = ({ label, value, onChange }: WindowProps) => (
  <span className={styles.row}>
    <Checkbox
      checked={value !== undefined && value !== 'none'}
      onChange={({ target }) => onChange(target.checked ? { workingDays: 5 } : 'none')}
    >
      {label}
    </Checkbox>
    {value !== undefined && value !== 'none' && (
      <>
        <InputNumber
          aria-label={t('{{label}} 工作日数', { label })}
          min={1}
          max={366}
          value={value.workingDays}
          style={{ width: 80 }}
          onChange={(days) => onChange({ workingDays: days ?? 1 })}
        />
        <span>{t('个工作日')}</span>
      </>
    )}
    {value === 'none' && <span className={styles.note}>{t('不设')}</span>}
  </span>
)

interface Rounding {
  readonly mode: 'halfUp' | 'gb8170'
  readonly places: number
  readonly stage: 'item' | 'level' | 'total'
}

interface RoundingProps {
  readonly value: Rounding | undefined
  readonly onChange: (value: Rounding) => void
}

const RoundingControl = ({ value = { mode: 'halfUp', places: 2, stage: 'item' }, onChange }: RoundingProps) => (
  <span className={styles.row}>
    <Select
      aria-label={t('修约方法')}
      value={value.mode}
      style={{ width: 200 }}
      options={roundingModes()}
      onChange={(mode) => onChange({ ...value, mode })}
    />
    <span>{t('保留')}</span>
    <InputNumber
      aria-label={t('小数位数')}
      min={0}
      max={10}
      value={value.places}
      style={{ width: 70 }}
      onChange={(places) => onChange({ ...value, places: places ?? 0 })}
    />
    <span>{t('位小数')}</span>
    <Select
      aria-label={t('在哪里修约')}
      value={value.stage}
      style={{ width: 140 }}
      options={roundingStages()}
      onChange={(stage) => onChange({ ...value, stage })}
    />
  </span>
)
