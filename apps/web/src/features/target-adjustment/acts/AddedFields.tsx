import { Input, Select } from 'antd'
import { useId } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import type { Draft, FieldsProps } from './draft.ts'
import { MarksFields } from './MarksFields.tsx'

const top = 'top'

/** 新增指标: where it comes, what it is worth, what is to be done and how it is scored. */
export const AddedFields = ({ choice, draft, onChange }: FieldsProps) => {
  const id = useId()
  const { item } = draft
  const set = (more: Partial<Draft['item']>) => onChange({ item: { ...item, ...more } })
  return (
    <>
      <label htmlFor={`${id}p`}>{t('列入')}</label>
      <Select
        id={`${id}p`}
        value={draft.parentKey || top}
        options={[
          { value: top, label: t('单列为一级指标') },
          ...choice.branches.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        onChange={(next: string) => onChange({ parentKey: next === top ? '' : next })}
      />
      <label htmlFor={`${id}n`}>{t('指标名称')}</label>
      <Input id={`${id}n`} maxLength={200} value={item.name} onChange={(event) => set({ name: event.target.value })} />
      <label htmlFor={`${id}f`}>{t('分值')}</label>
      <Input
        id={`${id}f`}
        maxLength={60}
        value={item.fullMark}
        onChange={(event) => set({ fullMark: event.target.value })}
      />
      <MarksFields choice={choice} draft={draft} onChange={onChange} />
      <label htmlFor={`${id}g`}>{t('目标值')}</label>
      <Input
        id={`${id}g`}
        maxLength={60}
        placeholder={t('没有目标值的不填')}
        value={item.target}
        onChange={(event) => set({ target: event.target.value })}
      />
      <label htmlFor={`${id}k`}>{t('任务')}</label>
      <Input.TextArea
        id={`${id}k`}
        rows={2}
        maxLength={2_000}
        value={item.task}
        onChange={(event) => set({ task: event.target.value })}
      />
      <label htmlFor={`${id}c`}>{t('完成标准')}</label>
      <Input.TextArea
        id={`${id}c`}
        rows={2}
        maxLength={2_000}
        value={item.completionStandard}
        onChange={(event) => set({ completionStandard: event.target.value })}
      />
      <label htmlFor={`${id}s`}>{t('评分标准')}</label>
      <Input.TextArea
        id={`${id}s`}
        rows={3}
        maxLength={2_000}
        value={item.sentence}
        onChange={(event) => set({ sentence: event.target.value })}
      />
    </>
  )
}
