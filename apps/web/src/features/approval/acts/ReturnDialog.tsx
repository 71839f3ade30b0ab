import { returnApproval } from '@quanheng/contract/approval'
import { Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../approval.module.css'
import type { Approval } from '../approval.ts'

const author = -1

/** 退回修改: to the author, or to an earlier step; what was agreed from there on is undone. */
const ReturnDialog = ({ approval, onClose }: { readonly approval: Approval; readonly onClose: () => void }) => {
  const [to, setTo] = useState(author)
  const id = useId()
  const back = useCommand(returnApproval, { onDone: onClose })
  return (
    <WeightyAct
      act={t('退回修改')}
      object={approval.title}
      effects={[
        to === author ? t('退给送审人修改文字，改后从第一个环节重新办理。') : t('退到所选环节，此后的签字和文号作废。'),
      ]}
      reason="required"
      pending={back.pending}
      refusal={back.refusal}
      onClose={onClose}
      onAct={(reason) =>
        back.run({
          params: { approvalId: approval.id },
          body: { version: approval.version, reason, ...(to !== author && { toStep: to }) },
        })
      }
    >
      <div className={styles.field}>
        <label htmlFor={id}>{t('退到')}</label>
        <Select
          id={id}
          value={to}
          onChange={setTo}
          options={[
            { value: author, label: t('送审人（修改文字）') },
            ...approval.chain.slice(0, approval.step).map(({ name }, value) => ({ value, label: name })),
          ]}
        />
      </div>
    </WeightyAct>
  )
}

export default ReturnDialog
