import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { RefusedError } from '../api/refused.ts'
import { t } from '../i18n/t.ts'
import { Refusal } from '../page/Refusal.tsx'
import { type Scan, ScanField } from '../upload/ScanField.tsx'
import styles from './work.module.css'

interface Props {
  readonly title: string
  /** What the head does: 审定, 批准. */
  readonly act: string
  /** Names of the two fields, and who needs to attach the signed original. */
  readonly fields: { readonly words: string; readonly on: string; readonly note: string }
  readonly today: string
  readonly pending: boolean
  readonly refusal: RefusedError | undefined
  readonly onAct: (said: { words: string; on: string; scanDigest: string | null }) => void
  readonly onClose: () => void
}

/** What the head decides, on screen or as the head wrote it: then whoever registers it attaches the signed original. */
export const HeadDecision = ({ title, act, fields, today, pending, refusal, onAct, onClose }: Props) => {
  const [words, setWords] = useState('')
  const [on, setOn] = useState(today)
  const [scan, setScan] = useState<Scan>()
  const id = useId()
  return (
    <Modal
      open
      width={680}
      title={title}
      okText={act}
      cancelText={t('取消')}
      okButtonProps={{ disabled: on === '' }}
      confirmLoading={pending}
      onOk={() => onAct({ words, on, scanDigest: scan?.digest ?? null })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <label htmlFor={`${id}w`}>{fields.words}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={3}
          maxLength={1_000}
          placeholder={t('同意')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <label htmlFor={`${id}d`}>{fields.on}</label>
        <Input id={`${id}d`} type="date" value={on} onChange={(event) => setOn(event.target.value)} />
        <ScanField label={t('签批原件')} scan={scan} onStored={setScan} />
        <p className={styles.note}>{fields.note}</p>
      </div>
      <Refusal refusal={refusal} />
    </Modal>
  )
}
