import { registerCircularReceipt } from '@quanheng/contract/circular'
import { Modal } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Circular, Receipt } from '../circular.ts'

interface Props {
  readonly circular: Circular
  readonly receipt: Receipt
  readonly onClose: () => void
}

/** 登记纸质签收: a receiver signed the sheet by hand. */
const PaperReceiptDialog = ({ circular, receipt, onClose }: Props) => {
  const [scan, setScan] = useState<Scan>()
  const register = useCommand(registerCircularReceipt, { onDone: onClose })
  return (
    <Modal
      open
      title={t('登记纸质签收：{{unit}}', { unit: `${receipt.unitName}${receipt.personName ?? ''}` })}
      okText={t('登记')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: scan === undefined }}
      confirmLoading={register.pending}
      onOk={() =>
        scan &&
        register.run({
          params: { circularId: circular.id },
          body: { key: receipt.key, scanDigest: scan.digest },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <ScanField label={t('签收单')} scan={scan} onStored={setScan} />
      </div>
      <Refusal refusal={register.refusal} />
    </Modal>
  )
}

export default PaperReceiptDialog
