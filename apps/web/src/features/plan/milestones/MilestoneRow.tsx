import { milestonePosts, type PlanMilestone } from '@quanheng/domain/plan/model'
import { leaves, lineage } from '@quanheng/domain/plan/tree'
import { Input, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { useEditor } from '../editor/editor.ts'
import { withMember } from '../editor/rows.ts'
import { BasisField } from '../fields/BasisField.tsx'
import { DayInput } from '../fields/DayInput.tsx'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'

interface Props {
  readonly row: PlanMilestone
  readonly at: number
  readonly onChange: (row: PlanMilestone) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** One milestone as the plan sets it. */
export const MilestoneRow = ({ row, at, onChange, onMove, onRemove }: Props) => {
  const { content, readOnly, nameOf } = useEditor()
  const name = row.name || t('第 {{number}} 个节点', { number: at + 1 })
  const options = leaves(content).map((leaf) => ({
    value: leaf.key,
    label: lineage(content, leaf.key)
      .toReversed()
      .map((node) => node.name)
      .join(' › '),
  }))
  const carriers = [
    ...new Set(
      content.tasks
        .filter(({ leafKey, unitId }) => leafKey === row.leafKey && unitId !== '')
        .map(({ unitId }) => unitId),
    ),
    ...(row.unitIds ?? []),
  ]
  const { unitIds: _, ...all } = row
  return (
    <tr data-at={`milestones[${row.key}]`}>
      <td className={styles.number}>{at + 1}</td>
      <td style={{ minWidth: 220 }}>
        <Select
          aria-label={t('{{name}} 属于哪项指标', { name })}
          value={row.leafKey}
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={options}
          onChange={(leafKey) => onChange({ ...all, leafKey })}
        />
        <Input
          aria-label={t('第 {{number}} 个节点名称', { number: at + 1 })}
          placeholder={t('节点名称，如：开工、一季度')}
          value={row.name}
          onChange={({ target }) => onChange({ ...row, name: target.value })}
        />
      </td>
      <td>
        <DayInput
          label={t('{{name}} 日期', { name })}
          value={row.due}
          marked
          onChange={(due) => onChange({ ...row, due })}
        />
        {!(readOnly && row.expected === undefined) && (
          <Input
            aria-label={t('{{name}} 应达进度', { name })}
            placeholder={t('应达进度')}
            suffix="%"
            style={{ width: 130 }}
            value={row.expected ?? ''}
            onChange={({ target }) => onChange(withMember(row, 'expected', target.value))}
          />
        )}
      </td>
      <td style={{ minWidth: 220 }}>
        <Input.TextArea
          aria-label={t('{{name}} 完成标准', { name })}
          rows={2}
          value={row.completionStandard}
          onChange={({ target }) => onChange({ ...row, completionStandard: target.value })}
        />
      </td>
      <td style={{ minWidth: 180 }}>
        <Select
          mode="multiple"
          aria-label={t('{{name}} 承担单位', { name })}
          placeholder={t('全部承担单位')}
          value={[...(row.unitIds ?? [])]}
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={[...new Set(carriers)].map((id) => ({ value: id, label: nameOf(id) || id }))}
          onChange={(ids: string[]) => onChange(ids.length === 0 ? all : { ...all, unitIds: ids })}
        />
        <Select
          aria-label={t('{{name}} 承担岗位', { name })}
          value={row.post}
          style={{ width: '100%' }}
          options={milestonePosts.map((value) => ({ value, label: word('post', value) }))}
          onChange={(post) => onChange({ ...row, post })}
        />
      </td>
      <td style={{ minWidth: 110 }}>
        <BasisField value={row.basis} onChange={(basis) => onChange({ ...row, basis })} />
      </td>
      {!readOnly && (
        <td>
          <RowActs name={name} onMove={onMove} onRemove={onRemove} />
        </td>
      )}
    </tr>
  )
}
