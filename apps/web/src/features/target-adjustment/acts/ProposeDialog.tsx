import { proposeAdjustment } from '@quanheng/contract/target-adjustment'
import { Input, Modal } from 'antd'
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

/** 报请审定, with what the office makes of it; what it touches is kept as it stands now. */
const ProposeDialog = ({ adjustment, onClose }: Props) => {
  const [words, setWords] = useState('')
  const propose = useCommand(proposeAdjustment, { onDone: onClose })
  const id = useId()
  const { opinion } = adjustment
  return (
    <Modal
      open
      width={820}
      title={t('报请审定：{{title}}', { title: titleOf(adjustment) })}
      okText={t('报请审定')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: words.trim() === '' }}
      confirmLoading={propose.pending}
      onOk={() =>
        propose.run({ params: { adjustmentId: adjustment.id }, body: { version: adjustment.version, words } })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p>{adjustment.words}</p>
      {opinion && (
        <p>
          {opinion.agreed ? t('牵头单位同意。') : t('牵头单位不同意。')}
          {opinion.words}
        </p>
      )}
      <Touched adjustment={adjustment} />
      <div className={`${styles.form} ${styles.after}`}>
        <label htmlFor={`${id}w`}>{t('审核意见')}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={3}
          maxLength={1_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <p className={styles.note}>
          {adjustment.decidedBy === 'meeting'
            ? t('方案规定由会议审定：报请后在“会议”中列为议题。')
            : t('报请后由组长审定；组长在纸上审定的，由考评办凭签批原件登记。')}
        </p>
      </div>
      <Refusal refusal={propose.refusal} />
    </Modal>
  )
}

export default ProposeDialog
