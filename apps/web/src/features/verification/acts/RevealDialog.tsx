import { revealSeed } from '@quanheng/contract/draw'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../verification.module.css'
import type { Verification } from '../verification.ts'

/** 揭示: the value that was kept; anything else is refused. */
const RevealDialog = ({
  verification,
  onClose,
}: {
  readonly verification: Verification
  readonly onClose: () => void
}) => {
  const [value, setValue] = useState('')
  const reveal = useCommand(revealSeed, { onDone: onClose })
  const id = useId()
  return (
    <Modal
      open
      title={t('揭示承诺数：{{leaf}}', { leaf: verification.leafName })}
      okText={t('揭示')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: value.trim() === '' }}
      confirmLoading={reveal.pending}
      onOk={() =>
        reveal.run({ params: { verificationId: verification.id }, body: { version: verification.version, value } })
      }
      onCancel={onClose}
    >
      <div className={styles.form}>
        <label htmlFor={id}>{t('承诺数（见留存单）')}</label>
        <Input id={id} value={value} maxLength={200} onChange={(event) => setValue(event.target.value)} />
        <p className={styles.note}>{t('揭示后即公开，写入抽样记录。与提交的承诺不符的不予接受。')}</p>
        <Refusal refusal={reveal.refusal} />
      </div>
    </Modal>
  )
}

export default RevealDialog
