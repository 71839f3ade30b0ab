import { carryReview } from '@quanheng/contract/year-review'
import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Review } from '../review.ts'

/** 列入下年方案: each change that was taken up waits in 方案校核 of the chosen draft. */
const CarryDialog = ({ review, onClose }: { readonly review: Review; readonly onClose: () => void }) => {
  const drafts = review.drafts.filter((draft) => !review.carried.some(({ planId }) => planId === draft.planId))
  const [chosen, setChosen] = useState('')
  const carry = useCommand(carryReview, { onDone: onClose })
  const id = useId()
  const plan = drafts.find(({ planId }) => planId === chosen) ?? drafts[0]
  const changes = review.lines.filter(
    ({ kind, answer }) => kind === 'change' && answer && answer.outcome !== 'declined',
  )
  return (
    <Modal
      open
      width={680}
      title={t('列入下年方案：{{title}}', { title: review.title })}
      okText={t('列入')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: plan === undefined }}
      confirmLoading={carry.pending}
      onOk={() =>
        plan &&
        void carry.run({
          params: { reviewId: review.id },
          body: { version: review.version, planId: plan.planId, planVersion: plan.version },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {plan ? (
        <div className={styles.form}>
          <label htmlFor={`${id}p`}>{t('方案')}</label>
          <Select
            id={`${id}p`}
            value={plan.planId}
            options={drafts.map((draft) => ({ value: draft.planId, label: draft.title }))}
            onChange={(next: string) => setChosen(next)}
          />
          <p className={styles.note}>
            {t('{{count}} 条改进建议列入方案校核，逐条修改，或按原文执行并写明理由；已印发的方案另起修订稿。', {
              count: changes.length,
            })}
          </p>
          <ul>
            {changes.map((line) => (
              <li key={line.id}>{line.wanted}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p>{t('还没有以后年度的方案草稿，或都已列入。请先在“考评方案”起草。')}</p>
      )}
      <Refusal refusal={carry.refusal} />
    </Modal>
  )
}

export default CarryDialog
