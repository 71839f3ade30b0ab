import { agreeApproval } from '@quanheng/contract/approval'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import styles from '../approval.module.css'
import type { Approval } from '../approval.ts'

/** 同意: what the signature covers is the paper with this check code. */
const AgreeDialog = ({ approval, onClose }: { readonly approval: Approval; readonly onClose: () => void }) => {
  const [opinion, setOpinion] = useState(t('同意。'))
  const id = useId()
  const agree = useCommand(agreeApproval, {
    onDone: () => {
      notify(t('已签批'), 'done')
      onClose()
    },
  })
  const next = approval.chain[approval.step + 1]
  return (
    <WeightyAct
      act={t('同意')}
      object={approval.title}
      digest={approval.code}
      effects={[next ? t('签批后转{{step}}。', { step: next.name }) : t('签批后办结。')]}
      irreversible={[t('签字留痕保存；文件退回或锁定版失效时签字作废，不会删除。')]}
      pending={agree.pending}
      refusal={agree.refusal}
      onClose={onClose}
      onAct={() =>
        agree.run({
          params: { approvalId: approval.id },
          body: {
            version: approval.version,
            paperDigest: approval.paperDigest,
            ...(opinion.trim() !== '' && { opinion }),
          },
        })
      }
    >
      <div className={styles.field}>
        <label htmlFor={id}>{t('意见')}</label>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={1000}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
      </div>
    </WeightyAct>
  )
}

export default AgreeDialog
