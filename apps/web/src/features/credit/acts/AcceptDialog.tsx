import { acceptCredit } from '@quanheng/contract/credit'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Credit } from '../credit.ts'

/** 受理: the unit is told and has until a day to state its side; or the proposal is refused. */
const AcceptDialog = ({ credit, onClose }: { readonly credit: Credit; readonly onClose: () => void }) => {
  const [accepted, setAccepted] = useState(true)
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const accept = useCommand(acceptCredit, { onDone: onClose })
  const id = useId()
  const body = { version: credit.version, accepted, until: accepted ? until : null, reason }
  return (
    <Modal
      open
      width={600}
      title={t('受理：{{matter}}（{{unit}}）', { matter: credit.matter, unit: credit.unitName })}
      okText={accepted ? t('受理并告知单位') : t('不予受理')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: accepted ? until === '' : reason.trim() === '' }}
      confirmLoading={accept.pending}
      onOk={() => accept.run({ params: { creditId: credit.id }, body })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <span>{t('意见')}</span>
        <Radio.Group
          value={accepted}
          onChange={(event) => setAccepted(event.target.value as boolean)}
          options={[
            { value: true, label: t('受理') },
            { value: false, label: t('不予受理') },
          ]}
        />
        {accepted ? (
          <>
            <label htmlFor={`${id}u`}>{t('陈述截止')}</label>
            <Input id={`${id}u`} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
            <p className={styles.note}>
              {t('受理后单位即可看到此事，可在截止日前陈述申辩；届满未陈述的，可直接联审。')}
            </p>
          </>
        ) : (
          <>
            <label htmlFor={`${id}r`}>{t('理由')}</label>
            <Input.TextArea
              id={`${id}r`}
              rows={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </>
        )}
        <Refusal refusal={accept.refusal} />
      </div>
    </Modal>
  )
}

export default AcceptDialog
