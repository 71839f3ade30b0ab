import { decideAdjustment } from '@quanheng/contract/target-adjustment'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import { type Adjustment, titleOf } from '../adjustment.ts'
import { Touched } from '../Touched.tsx'

interface Props {
  readonly adjustment: Adjustment
  readonly onClose: () => void
}

/** 审定, by the head on screen or as the head wrote it. */
const DecideDialog = ({ adjustment, onClose }: Props) => {
  const [agreed, setAgreed] = useState(true)
  const [words, setWords] = useState('')
  const [on, setOn] = useState(adjustment.today)
  const [scan, setScan] = useState<Scan>()
  const decide = useCommand(decideAdjustment, { onDone: onClose })
  const id = useId()
  return (
    <Modal
      open
      width={820}
      title={t('审定：{{title}}', { title: titleOf(adjustment) })}
      okText={t('审定')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: on === '' }}
      confirmLoading={decide.pending}
      onOk={() =>
        decide.run({
          params: { adjustmentId: adjustment.id },
          body: { version: adjustment.version, agreed, words, on, scanDigest: scan?.digest ?? null },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p>{adjustment.words}</p>
      <Touched adjustment={adjustment} />
      <div className={`${styles.form} ${styles.after}`}>
        <span>{t('审定结果')}</span>
        <Radio.Group
          value={agreed}
          onChange={(event) => setAgreed(event.target.value as boolean)}
          options={[
            { value: true, label: t('同意') },
            { value: false, label: t('不同意') },
          ]}
        />
        <label htmlFor={`${id}w`}>{t('审定意见')}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={3}
          maxLength={1_000}
          placeholder={t('不同意的须写明理由')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <label htmlFor={`${id}d`}>{t('审定日期')}</label>
        <Input id={`${id}d`} type="date" value={on} onChange={(event) => setOn(event.target.value)} />
        <ScanField label={t('签批原件')} scan={scan} onStored={setScan} />
        <p className={styles.note}>{t('组长本人审定的不必附件；代为登记的，须附签批原件扫描件。')}</p>
      </div>
      <Refusal refusal={decide.refusal} />
    </Modal>
  )
}

export default DecideDialog
