import { takeReview } from '@quanheng/contract/year-review'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Review } from '../review.ts'

/** 审定, by the head on screen or as the head wrote it. */
const TakeDialog = ({ review, onClose }: { readonly review: Review; readonly onClose: () => void }) => {
  const [words, setWords] = useState('')
  const [on, setOn] = useState(review.today)
  const [scan, setScan] = useState<Scan>()
  const take = useCommand(takeReview, { onDone: onClose })
  const id = useId()
  return (
    <Modal
      open
      width={680}
      title={t('审定：{{title}}', { title: review.title })}
      okText={t('审定')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: on === '' }}
      confirmLoading={take.pending}
      onOk={() =>
        take.run({
          params: { reviewId: review.id },
          body: { version: review.version, words, on, scanDigest: scan?.digest ?? null },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <label htmlFor={`${id}w`}>{t('审定意见')}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={3}
          maxLength={1_000}
          placeholder={t('同意')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <label htmlFor={`${id}d`}>{t('审定日期')}</label>
        <Input id={`${id}d`} type="date" value={on} onChange={(event) => setOn(event.target.value)} />
        <ScanField label={t('签批原件')} scan={scan} onStored={setScan} />
        <p className={styles.note}>{t('组长本人审定的不必附件；代为登记的，须附签批原件扫描件。')}</p>
      </div>
      <Refusal refusal={take.refusal} />
    </Modal>
  )
}

export default TakeDialog
