import { recordReceipt } from '@quanheng/contract/submission'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { useSession } from '../../../shared/session/session.ts'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../approval.module.css'
import type { Package } from '../approval.ts'

/** 登记回执 */
const ReceiptDialog = ({ submission, onClose }: { readonly submission: Package; readonly onClose: () => void }) => {
  const [receivedOn, setReceivedOn] = useState(useSession().today)
  const [number, setNumber] = useState('')
  const [scan, setScan] = useState<Scan>()
  const record = useCommand(recordReceipt, { onDone: onClose })
  const id = useId()
  return (
    <Modal
      open
      title={t('登记回执')}
      okText={t('登记')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: receivedOn === '' }}
      confirmLoading={record.pending}
      onOk={() =>
        record.run({
          params: { submissionId: submission.id },
          body: {
            version: submission.version,
            receivedOn,
            ...(number.trim() !== '' && { number }),
            ...(scan && { scanDigest: scan.digest }),
          },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.fields}>
        <label htmlFor={`${id}d`}>{t('回执日期')}</label>
        <Input id={`${id}d`} type="date" value={receivedOn} onChange={(event) => setReceivedOn(event.target.value)} />
        <label htmlFor={`${id}n`}>{t('回执编号（选填）')}</label>
        <Input id={`${id}n`} value={number} maxLength={100} onChange={(event) => setNumber(event.target.value)} />
        <ScanField label={t('回执扫描件（选填）')} scan={scan} onStored={setScan} />
      </div>
      <Refusal refusal={record.refusal} />
    </Modal>
  )
}

export default ReceiptDialog
