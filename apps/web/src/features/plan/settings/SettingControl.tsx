import type { SettingName } from '@quanheng/domain/plan/settings'
import type { GradeArithmetic } from '@quanheng/domain/plan/year-arithmetic'
import { Checkbox, Input, InputNumber, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import styles from '../fields/plan.module.css'
import { GradeControl } from './GradeControl.tsx'

interface Props {
  readonly name: SettingName
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

type Options = readonly { readonly value: string; readonly label: string }[]

const choices = (): Readonly<Partial<Record<SettingName, Options>>> => ({
  ties: [
    { value: 'sharedSkip', label: t('同分同名次，后面的名次顺延空出') },
    { value: 'sharedDense', label: t('同分同名次，后面的名次不空出') },
  ],
  rankOn: [
    { value: 'unrounded', label: t('按修约前的得分排名') },
    { value: 'rounded', label: t('按修约后的得分排名') },
  ],
  thresholdsOn: [
    { value: 'unrounded', label: t('按修约前的数值判断是否达标') },
    { value: 'rounded', label: t('按修约后的数值判断是否达标') },
  ],
  missingItems: [
    { value: 'normalised', label: t('按适用项目满分折算') },
    { value: 'raw', label: t('不折算，按原得分') },
  ],
  visibility: [
    { value: 'ownAfterIssue', label: t('印发后各单位看本单位得分') },
    { value: 'ownAfterReport', label: t('评分报告报送后各单位看本单位得分') },
    { value: 'allAfterIssue', label: t('印发后各单位可看全部得分') },
  ],
  selfReview: [
    { value: 'none', label: t('不要求自查自评') },
    { value: 'required', label: t('各单位先自查自评') },
  ],
})

const windows: readonly SettingName[] = ['feedback', 'publicNotice', 'objection']

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
        options={[...options]}
        onChange={onChange}
      />
    )
  if (windows.includes(name))
    return <WindowControl label={label} value={value as Window | undefined} onChange={onChange} />
  if (name === 'rounding') return <RoundingControl value={value as Rounding | undefined} onChange={onChange} />
  if (name === 'grades') return <GradeControl value={value as GradeArithmetic | undefined} onChange={onChange} />
  return <TextsControl name={name} value={value as Texts | undefined} onChange={onChange} />
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
      options={[
        { value: 'halfUp', label: t('四舍五入') },
        { value: 'gb8170', label: t('GB/T 8170 修约（五成双）') },
      ]}
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
      options={[
        { value: 'item', label: t('每项得分修约') },
        { value: 'level', label: t('每级指标修约') },
        { value: 'total', label: t('只在总分修约') },
      ]}
      onChange={(stage) => onChange({ ...value, stage })}
    />
  </span>
)

type Texts = Readonly<Record<string, string>> | 'none'

interface TextsProps {
  readonly name: SettingName
  readonly value: Texts | undefined
  readonly onChange: (value: Texts) => void
}

const fieldsOf = (name: SettingName): readonly { readonly key: string; readonly label: string }[] =>
  name === 'credits'
    ? [
        { key: 'bonusCap', label: t('加分上限（分）') },
        { key: 'deductionCap', label: t('减分上限（分）') },
        { key: 'proof', label: t('凭什么认定') },
      ]
    : [
        { key: 'scope', label: t('哪些情形') },
        { key: 'effect', label: t('有何后果') },
      ]

/** 加减分 and 一票否决: nothing of the kind, or said in words and caps. */
const TextsControl = ({ name, value, onChange }: TextsProps) => {
  const fields = fieldsOf(name)
  return (
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
        onChange={(choice) =>
          onChange(choice === 'none' ? 'none' : Object.fromEntries(fields.map((field) => [field.key, ''])))
        }
      />
      {value !== undefined &&
        value !== 'none' &&
        fields.map((field) => (
          <Input
            key={field.key}
            aria-label={field.label}
            prefix={<span className={styles.note}>{field.label}</span>}
            value={value[field.key] ?? ''}
            onChange={({ target }) => onChange({ ...value, [field.key]: target.value })}
          />
        ))}
    </div>
  )
}
