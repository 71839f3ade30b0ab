import { sendPack } from '@quanheng/contract/meeting'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Meeting } from '../meeting.ts'

/** 送预审: until which day members may give their opinions. */
const PackDialog = ({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) => {
  const [until, setUntil] = useState(meeting.plannedOn ?? '')
  const send = useCommand(sendPack, { onDone: onClose })
  const id = useId()
  return (
    <Modal
      open
      title={t('送预审：{{title}}', { title: meeting.title })}
      okText={t('送预审')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: until === '' }}
      confirmLoading={send.pending}
      onOk={() => send.run({ params: { meetingId: meeting.id }, body: { version: meeting.version, until } })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <label htmlFor={id}>{t('意见反馈截止')}</label>
        <Input id={id} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        <p className={styles.note}>{t('各成员在工作台收到材料；报告、方案以锁定的文本为准，此后改动的须重新提请。')}</p>
      </div>
      <Refusal refusal={send.refusal} />
    </Modal>
  )
}

export default PackDialog
