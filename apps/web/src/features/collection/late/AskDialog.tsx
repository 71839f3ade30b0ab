import { askLateEntry } from '@quanheng/contract/late-entry'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../collection.module.css'
import { Labelled } from '../Labelled.tsx'
import type { ShownDatum } from '../row.ts'

interface Props {
  readonly datum: ShownDatum
  readonly onClose: () => void
}

/** 补报申请: for which indicator, why it is late, until when it can be entered. */
export const AskDialog = ({ datum, onClose }: Props) => {
  const [leafKey, setLeafKey] = useState(datum.leaves[0]?.key ?? '')
  const [reason, setReason] = useState('')
  const [wantedUntil, setWantedUntil] = useState('')
  const [tried, setTried] = useState(false)
  const command = useCommand(askLateEntry)
  const missing = reason.trim() === '' || wantedUntil === ''
  const act = async () => {
    setTried(true)
    if (missing) return
    const body = { leafKey, reason: reason.trim(), wantedUntil }
    if (!(await command.run({ params: { datumId: datum.id }, body }))) return
    notify(t('已申请补报，待牵头单位批复'))
    onClose()
  }
  return (
    <Modal
      open
      width={640}
      title={t('申请补报：{{unit}} {{name}}', { unit: datum.unitName, name: datum.element.name })}
      okText={t('申请补报')}
      cancelText={t('取消')}
      confirmLoading={command.pending}
      mask={{ closable: false }}
      onOk={() => void act()}
      onCancel={onClose}
    >
      <div className={styles.panel}>
        <p>
          {t('报送期限{{due}}已过。同意后，本单位本指标的数据在补报期限内可以报送，注明逾期补报。', { due: datum.due })}
        </p>
        <div className={styles.fields}>
          {datum.leaves.length > 1 && (
            <Labelled label={t('指标')} wide>
              {(id) => (
                <Select
                  id={id}
                  value={leafKey}
                  options={datum.leaves.map(({ key, name }) => ({ value: key, label: name }))}
                  onChange={setLeafKey}
                />
              )}
            </Labelled>
          )}
          <Labelled label={t('逾期原因')} wide>
            {(id) => (
              <Input.TextArea
                id={id}
                rows={3}
                maxLength={500}
                value={reason}
                status={tried && reason.trim() === '' ? 'error' : ''}
                aria-required
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Labelled>
          <Labelled label={t('申请补报至')}>
            {(id) => (
              <Input
                id={id}
                type="date"
                value={wantedUntil}
                status={tried && wantedUntil === '' ? 'error' : ''}
                aria-required
                onChange={(event) => setWantedUntil(event.target.value)}
              />
            )}
          </Labelled>
        </div>
        {tried && missing && (
          <p role="alert" className={styles.fault}>
            {t('请写明逾期原因和申请补报至哪一天。')}
          </p>
        )}
        <Refusal refusal={command.refusal} />
      </div>
    </Modal>
  )
}
