import { Input, Select } from 'antd'
import { useId } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { UnitPick } from '../../../shared/unit/UnitPick.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Choice } from '../adjustment.ts'
import { AddedFields } from './AddedFields.tsx'
import { type FieldsProps, itemsFor } from './draft.ts'
import { MarksFields } from './MarksFields.tsx'

const sayItem = ({ name, fullMark }: Choice['items'][number]): string =>
  t('{{name}}（{{mark}}分）', { name, mark: fullMark })

/** What is asked, by kind: fields of one form of two columns. */
export const AdjustedFields = ({ choice, draft, onChange }: FieldsProps) => {
  const id = useId()
  if (draft.kind === 'added') return <AddedFields choice={choice} draft={draft} onChange={onChange} />
  const items = itemsFor(draft.kind, choice)
  const leaf = items.find(({ key }) => key === draft.leafKey)
  return (
    <>
      <label htmlFor={`${id}l`}>{t('指标')}</label>
      <Select
        id={`${id}l`}
        showSearch={{ optionFilterProp: 'label' }}
        value={leaf?.key ?? null}
        placeholder={t('选择本单位承担的指标')}
        options={items.map((item) => ({ value: item.key, label: sayItem(item) }))}
        onChange={(leafKey: string) => onChange({ leafKey })}
      />
      {leaf && draft.kind === 'target' && (
        <>
          <span>{t('现目标值')}</span>
          <span>{leaf.target || t('待上级下达')}</span>
          <label htmlFor={`${id}t`}>{t('调整后目标值')}</label>
          <Input
            id={`${id}t`}
            maxLength={60}
            value={draft.target}
            onChange={(event) => onChange({ target: event.target.value })}
          />
        </>
      )}
      {leaf &&
        draft.kind === 'dropped' &&
        (leaf.alone ? (
          <MarksFields choice={choice} draft={draft} onChange={onChange} />
        ) : (
          <p className={styles.note}>{t('该指标还有其他单位承担，取消本单位的任务后分值不变。')}</p>
        ))}
      {leaf && draft.kind === 'owner' && (
        <>
          <span>{t('现牵头单位')}</span>
          <span>{leaf.leadName || t('未明确')}</span>
          <label htmlFor={`${id}u`}>{t('变更为')}</label>
          <UnitPick
            id={`${id}u`}
            label={t('变更为')}
            value={draft.lead.unitId}
            name={draft.lead.unitName}
            onChange={(unitId, unitName) => onChange({ lead: { unitId, unitName } })}
          />
        </>
      )}
    </>
  )
}
