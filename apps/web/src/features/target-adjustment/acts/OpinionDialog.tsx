import { giveAdjustmentOpinion } from '@quanheng/contract/target-adjustment'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import { type Adjustment, titleOf } from '../adjustment.ts'
import { Touched } from '../Touched.tsx'

interface Props {
  readonly adjustment: Adjustment
  readonly onClose: () => void
}

/** 提出意见 of the lead unit: agreed or not, with its words. */
const OpinionDialog = ({ adjustment, onClose }: Props) => {
  const [agreed, setAgreed] = useState(true)
  const [words, setWords] = useState('')
  const give = useCommand(giveAdjustmentOpinion, { onDone: onClose })
  const id = useId()
  return (
    <Modal
      open
      width={820}
      title={t('提出意见：{{title}}', { title: titleOf(adjustment) })}
      okText={t('提交')}
      cancelText={t('取消')}
      confirmLoading={give.pending}
      onOk={() =>
        give.run({ params: { adjustmentId: adjustment.id }, body: { version: adjustment.version, agreed, words } })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p>{adjustment.words}</p>
      <Touched adjustment={adjustment} />
      <div className={`${styles.form} ${styles.after}`}>
        <span>{t('意见')}</span>
        <Radio.Group
          value={agreed}
          onChange={(event) => setAgreed(event.target.value as boolean)}
          options={[
            { value: true, label: t('同意') },
            { value: false, label: t('不同意') },
          ]}
        />
        <label htmlFor={`${id}w`}>{t('具体意见')}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={3}
          maxLength={1_000}
          placeholder={t('不同意的须写明理由')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <Refusal refusal={give.refusal} />
    </Modal>
  )
}

export default OpinionDialog
