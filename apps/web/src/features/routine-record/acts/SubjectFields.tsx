import type { ReplyOf } from '@quanheng/contract/route'
import type { routineSubjects } from '@quanheng/contract/routine-record'
import { Select } from 'antd'
import { useId } from 'react'
import { t } from '../../../shared/i18n/t.ts'

interface SubjectChoice {
  readonly planId: string
  readonly leafKey: string
  readonly unitId: string
}

interface Props {
  readonly subjects: ReplyOf<typeof routineSubjects>
  readonly value: SubjectChoice
  readonly onChange: (value: SubjectChoice) => void
}

/** Plan, indicator, unit, each narrowing the next; what is the only choice needs no choosing. */
export const SubjectFields = ({ subjects, value, onChange }: Props) => {
  const { plans, units } = subjects
  const id = useId()
  const plan = plans.find(({ planId }) => planId === value.planId) ?? plans[0]
  const leaf = plan?.leaves.find(({ key }) => key === value.leafKey)
  const planId = plan?.planId ?? ''
  return (
    <>
      {plans.length > 1 && (
        <>
          <label htmlFor={`${id}p`}>{t('方案')}</label>
          <Select
            id={`${id}p`}
            value={planId}
            options={plans.map((one) => ({ value: one.planId, label: one.title }))}
            onChange={(chosen) => onChange({ planId: chosen, leafKey: '', unitId: '' })}
          />
        </>
      )}
      <label htmlFor={`${id}l`}>{t('指标')}</label>
      <Select
        id={`${id}l`}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('本科室评分的指标')}
        value={leaf?.key ?? null}
        options={(plan?.leaves ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(leafKey) => onChange({ planId, leafKey: leafKey ?? '', unitId: '' })}
      />
      <label htmlFor={`${id}u`}>{t('单位')}</label>
      <Select
        id={`${id}u`}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('承担该指标的单位')}
        disabled={leaf === undefined}
        value={value.unitId === '' ? null : value.unitId}
        options={units
          .filter((unit) => leaf?.unitIds.includes(unit.id))
          .map((unit) => ({ value: unit.id, label: unit.name }))}
        onChange={(unitId) => onChange({ planId, leafKey: value.leafKey, unitId: unitId ?? '' })}
      />
    </>
  )
}
