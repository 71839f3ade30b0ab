import { Radio, Select } from 'antd'
import { useId } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { type FieldsProps, ruleOf, rulesFor } from './draft.ts'

/** 分值处理: how full marks stay what they were. */
export const MarksFields = ({ choice, draft, onChange }: FieldsProps) => {
  const id = useId()
  const by = ruleOf(draft, choice)
  const others = choice.leaves.filter(({ key }) => draft.kind === 'added' || key !== draft.leafKey)
  return (
    <>
      <span>{t('分值处理')}</span>
      <Radio.Group
        value={by}
        onChange={(event) => onChange({ marksBy: event.target.value as typeof by })}
        options={rulesFor(draft.kind, choice).map((value) => ({ value, label: word('marksRule', value) }))}
      />
      {by === 'takenFrom' && (
        <>
          <label htmlFor={`${id}m`}>{t('增减分值的指标')}</label>
          <Select
            id={`${id}m`}
            showSearch={{ optionFilterProp: 'label' }}
            value={others.some(({ key }) => key === draft.marksLeafKey) ? draft.marksLeafKey : null}
            placeholder={t('选择指标')}
            options={others.map(({ key, name, fullMark }) => ({
              value: key,
              label: t('{{name}}（{{mark}}分）', { name, mark: fullMark }),
            }))}
            onChange={(marksLeafKey: string) => onChange({ marksLeafKey })}
          />
        </>
      )}
    </>
  )
}
