import { beginReview, reviewPlans } from '@quanheng/contract/year-review'
import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'

interface Props {
  readonly onBegun: (reviewId: string) => void
  readonly onClose: () => void
}

/** 发起: of which year plan, what units are asked, until when. */
const BeginDialog = ({ onBegun, onClose }: Props) => {
  const asked = useQueryRoute(reviewPlans, {})
  const rows = asked.data?.rows ?? []
  const [chosen, setChosen] = useState('')
  const [asks, setAsks] = useState('')
  const [until, setUntil] = useState('')
  const begin = useCommand(beginReview, {
    onDone: ({ reviewId }) => {
      onBegun(reviewId)
      onClose()
    },
  })
  const id = useId()
  const planId = chosen || rows[0]?.planId
  return (
    <Modal
      open
      width={680}
      title={t('发起总结复盘')}
      okText={t('发起')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: planId === undefined || until === '' }}
      confirmLoading={begin.pending}
      onOk={() => planId !== undefined && void begin.run({ body: { planId, asks, until } })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Refusal refusal={asked.error} />
      {asked.data && rows.length === 0 ? (
        <p>{t('没有可复盘的年度方案：尚未印发，或已经发起。')}</p>
      ) : (
        <div className={styles.form}>
          <label htmlFor={`${id}p`}>{t('年度方案')}</label>
          <Select
            id={`${id}p`}
            value={planId ?? null}
            options={rows.map((row) => ({ value: row.planId, label: row.title }))}
            onChange={(next: string) => setChosen(next)}
          />
          <label htmlFor={`${id}a`}>{t('征集内容')}</label>
          <Input.TextArea
            id={`${id}a`}
            rows={4}
            maxLength={2_000}
            placeholder={t('请各单位总结经验做法、存在问题，对下年方案提出改进建议')}
            value={asks}
            onChange={(event) => setAsks(event.target.value)}
          />
          <label htmlFor={`${id}u`}>{t('征集截止')}</label>
          <Input id={`${id}u`} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
          <p className={styles.note}>{t('发起后通知方案中的各单位和评分科室。')}</p>
        </div>
      )}
      <Refusal refusal={begin.refusal} />
    </Modal>
  )
}

export default BeginDialog
