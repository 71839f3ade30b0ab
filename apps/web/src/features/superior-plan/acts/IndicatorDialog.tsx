import { setSuperiorIndicators } from '@quanheng/contract/superior-plan'
import { sharings } from '@quanheng/domain/superior-plan/model'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Line, SuperiorPlan } from '../superior-plan.ts'
import { type GivenIndicator, givenIndicator, indicatorsWith } from './given.ts'

interface Props {
  readonly plan: SuperiorPlan
  readonly line: Line | undefined
  readonly onClose: () => void
}

const empty: GivenIndicator = {
  key: null,
  name: '',
  fullMark: '',
  target: '',
  measureUnit: '',
  task: '',
  sentence: '',
  sharing: 'split',
  due: '',
}

/** One indicator of the superior, as its paper says it. */
const IndicatorDialog = ({ plan, line, onClose }: Props) => {
  const [given, setGiven] = useState<GivenIndicator>(line ? givenIndicator(line) : empty)
  const save = useCommand(setSuperiorIndicators, { onDone: onClose })
  const id = useId()
  const set = (more: Partial<GivenIndicator>) => setGiven({ ...given, ...more })
  const text = (field: 'name' | 'fullMark' | 'target' | 'measureUnit', label: string, maxLength: number) => (
    <>
      <label htmlFor={`${id}${field}`}>{label}</label>
      <Input
        id={`${id}${field}`}
        maxLength={maxLength}
        value={given[field]}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    </>
  )
  return (
    <Modal
      open
      width={720}
      title={line ? t('修改指标：{{name}}', { name: line.name }) : t('新增上级指标')}
      okText={t('保存')}
      cancelText={t('取消')}
      confirmLoading={save.pending}
      onOk={() =>
        void save.run({
          params: { superiorPlanId: plan.id },
          body: { version: plan.version, indicators: indicatorsWith(plan, given) },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        {text('name', t('指标名称'), 200)}
        {text('fullMark', t('分值'), 60)}
        {text('target', t('目标值'), 60)}
        {text('measureUnit', t('计量单位'), 20)}
        <label htmlFor={`${id}k`}>{t('工作要求')}</label>
        <Input.TextArea
          id={`${id}k`}
          rows={3}
          maxLength={2_000}
          value={given.task}
          onChange={(event) => set({ task: event.target.value })}
        />
        <label htmlFor={`${id}s`}>{t('评分标准')}</label>
        <Input.TextArea
          id={`${id}s`}
          rows={3}
          maxLength={2_000}
          placeholder={t('照录上级原文')}
          value={given.sentence}
          onChange={(event) => set({ sentence: event.target.value })}
        />
        <span>{t('承担方式')}</span>
        <Radio.Group
          value={given.sharing}
          onChange={(event) => set({ sharing: event.target.value as GivenIndicator['sharing'] })}
          options={sharings.map((value) => ({ value, label: word('sharing', value) }))}
        />
        <label htmlFor={`${id}d`}>{t('完成时限')}</label>
        <Input id={`${id}d`} type="date" value={given.due} onChange={(event) => set({ due: event.target.value })} />
        <p className={styles.note}>
          {t('分解承担的，各单位目标、分值之和须等于上级；各自承担全部的，每个单位都按上级目标、分值承担。')}
        </p>
      </div>
      <Refusal refusal={save.refusal} />
    </Modal>
  )
}

export default IndicatorDialog
