import { declineLateEntry, grantLateEntry } from '@quanheng/contract/late-entry'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../collection.module.css'
import { Labelled } from '../Labelled.tsx'
import type { LateEntry } from './late-entry.ts'

interface Props {
  readonly entry: LateEntry
  readonly onClose: () => void
}

/** 批复: agreed until a day, or declined with the reason. */
export const AnswerDialog = ({ entry, onClose }: Props) => {
  const [agreed, setAgreed] = useState(true)
  const [until, setUntil] = useState(entry.wantedUntil)
  const [reason, setReason] = useState('')
  const grant = useCommand(grantLateEntry)
  const decline = useCommand(declineLateEntry)
  const params = { lateEntryId: entry.id }
  const { version } = entry
  const act = async () => {
    const body = { version, reason: reason.trim() }
    const done = agreed ? await grant.run({ params, body: { ...body, until } }) : await decline.run({ params, body })
    if (!done) return
    notify(agreed ? t('已同意补报') : t('已批复不同意补报'))
    onClose()
  }
  return (
    <Modal
      open
      width={640}
      title={t('批复补报申请：{{unit}} {{leaf}}', { unit: entry.unitName, leaf: entry.leafName })}
      okText={agreed ? t('同意补报') : t('不同意补报')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: agreed ? until === '' : reason.trim() === '' }}
      confirmLoading={grant.pending || decline.pending}
      mask={{ closable: false }}
      onOk={() => void act()}
      onCancel={onClose}
    >
      <div className={styles.panel}>
        <p>
          {t('{{unit}}申请补报至{{day}}，逾期原因：{{reason}}', {
            unit: entry.askedName,
            day: entry.wantedUntil,
            reason: entry.reason,
          })}
        </p>
        <Radio.Group
          aria-label={t('意见')}
          value={agreed}
          onChange={(event) => setAgreed(event.target.value as boolean)}
          options={[
            { value: true, label: t('同意') },
            { value: false, label: t('不同意') },
          ]}
        />
        <div className={styles.fields}>
          {agreed && (
            <Labelled label={t('补报期限')} help={t('期限内可以报送，期满自动锁定')}>
              {(id) => <Input id={id} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />}
            </Labelled>
          )}
          <Labelled label={agreed ? t('说明（选填）') : t('理由')} wide>
            {(id) => (
              <Input.TextArea
                id={id}
                rows={3}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Labelled>
        </div>
        <Refusal refusal={agreed ? grant.refusal : decline.refusal} />
      </div>
    </Modal>
  )
}
