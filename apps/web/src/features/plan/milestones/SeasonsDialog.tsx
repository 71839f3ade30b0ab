import { workingDayUpTo } from '@quanheng/domain/kernel/working-days'
import type { PlanMilestone } from '@quanheng/domain/plan/model'
import { leaves, lineage } from '@quanheng/domain/plan/tree'
import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../../../shared/work/work.module.css'
import { useEditor } from '../editor/editor.ts'
import { newRowKey } from '../editor/rows.ts'

const ends = ['03-31', '06-30', '09-30', '12-31'] as const
const even = ['25', '50', '75', '100'] as const

/** Four milestones of an indicator at the ends of the quarters, each with the share of the target that is expected by then. */
const SeasonsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { content, update, calendar } = useEditor()
  const all = leaves(content)
  const [leafKey, setLeafKey] = useState(all[0]?.key ?? '')
  const [shares, setShares] = useState<readonly string[]>(even)
  const id = useId()
  const names = [t('一季度'), t('二季度'), t('三季度'), t('四季度')]
  /** The last working day of the quarter, where the year's holidays are known. */
  const endOf = (quarter: number): string => {
    const day = `${content.year}-${ends[quarter]}`
    const working = workingDayUpTo(calendar, day)
    return working.ok ? working.value : day
  }
  const add = () => {
    const rows = shares.map(
      (expected, quarter): PlanMilestone => ({
        key: newRowKey(),
        leafKey,
        name: names[quarter] ?? '',
        due: endOf(quarter),
        completionStandard: '',
        ...(expected.trim() !== '' && { expected }),
        post: 'unitReporter',
        basis: { kind: 'default' },
      }),
    )
    update({ milestones: [...(content.milestones ?? []), ...rows] })
    onClose()
  }
  return (
    <Modal
      open
      width={560}
      title={t('按季度列出节点')}
      okText={t('列出')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: leafKey === '' }}
      onOk={add}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <label htmlFor={`${id}l`}>{t('指标')}</label>
        <Select
          id={`${id}l`}
          value={leafKey}
          showSearch={{ optionFilterProp: 'label' }}
          options={all.map((leaf) => ({
            value: leaf.key,
            label: lineage(content, leaf.key)
              .toReversed()
              .map((node) => node.name)
              .join(' › '),
          }))}
          onChange={setLeafKey}
        />
        {names.map((name, quarter) => [
          <label key={name} htmlFor={`${id}${quarter}`}>
            {t('{{name}}（{{day}}）累计应达', { name, day: endOf(quarter) })}
          </label>,
          <Input
            key={`${name}%`}
            id={`${id}${quarter}`}
            suffix="%"
            value={shares[quarter] ?? ''}
            onChange={({ target }) => setShares(shares.map((old, at) => (at === quarter ? target.value : old)))}
          />,
        ])}
        <p className={styles.note}>
          {t('按全年目标值累计。有季节性的工作按实际安排填写，如农业、汛期项目；日期取季末最后一个工作日，可再修改。')}
        </p>
      </div>
    </Modal>
  )
}

export default SeasonsDialog
