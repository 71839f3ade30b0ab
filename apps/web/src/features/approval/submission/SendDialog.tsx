import { sendSubmission } from '@quanheng/contract/submission'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { useSession } from '../../../shared/session/session.ts'
import styles from '../approval.module.css'
import type { Package } from '../approval.ts'

/** 报送: the day and the way; under a year plan of this platform the office has it at once. */
const SendDialog = ({ submission, onClose }: { readonly submission: Package; readonly onClose: () => void }) => {
  const [sentOn, setSentOn] = useState(useSession().today)
  const [channel, setChannel] = useState('')
  const id = useId()
  const send = useCommand(sendSubmission, {
    onDone: ({ registered }) => {
      notify(registered ? t('已报送，绩效办已登记') : t('已报送'), 'done')
      onClose()
    },
  })
  return (
    <WeightyAct
      act={t('报送')}
      object={submission.documentNumber}
      digest={submission.packageDigest}
      effects={[t('公文印发，锁定版不再失效；在本平台考评的，绩效办即时登记已报。')]}
      irreversible={[t('报送后不能撤回，须由上级退回后重报。')]}
      pending={send.pending}
      refusal={send.refusal}
      onClose={onClose}
      onAct={() =>
        send.run({ params: { submissionId: submission.id }, body: { version: submission.version, sentOn, channel } })
      }
    >
      <div className={styles.fields}>
        <label htmlFor={`${id}d`}>{t('报送日期')}</label>
        <Input id={`${id}d`} type="date" value={sentOn} onChange={(event) => setSentOn(event.target.value)} />
        <label htmlFor={`${id}c`}>{t('报送渠道')}</label>
        <Input
          id={`${id}c`}
          value={channel}
          maxLength={100}
          placeholder={t('如：市绩效管理平台、机要交换')}
          onChange={(event) => setChannel(event.target.value)}
        />
      </div>
    </WeightyAct>
  )
}

export default SendDialog
