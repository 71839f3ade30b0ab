import { answerOpinion } from '@quanheng/contract/verification'
import { Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../verification.module.css'
import type { Unit, Verification } from '../verification.ts'

interface Props {
  readonly verification: Verification
  readonly unit: Unit
  readonly onClose: () => void
}

/** 答复意见: 采纳 makes verified figures and lets the row be signed again; 不采纳 keeps its reason beside the opinion. */
const AnswerDialog = ({ verification, unit, onClose }: Props) => {
  const [kind, setKind] = useState<'adopt' | 'decline'>('adopt')
  const [reason, setReason] = useState('')
  const answer = useCommand(answerOpinion, { onDone: onClose })
  const id = useId()
  return (
    <WeightyAct
      act={kind === 'adopt' ? t('采纳') : t('不采纳')}
      object={t('{{unit}} 的评分意见', { unit: unit.unitName })}
      effects={
        kind === 'adopt'
          ? [
              t('核验数另存一版，上报数保留在旁。'),
              t('{{unit}}的得分按核验数重新计算，该行原签字失效；其他单位不受影响。', { unit: unit.unitName }),
              t('责任科室须再次关闭该数据，经办人、负责人须在补签表上重新签字，之后核验才能办结。'),
            ]
          : [t('数据和得分不变，不采纳的理由与意见并列保存。')]
      }
      irreversible={[t('答复后不能更改。')]}
      pending={answer.pending}
      refusal={answer.refusal}
      onClose={onClose}
      onAct={() =>
        answer.run({
          params: { verificationId: verification.id },
          body: {
            version: verification.version,
            unitId: unit.unitId,
            answer: kind === 'adopt' ? { kind } : { kind, reason },
          },
        })
      }
    >
      <div className={styles.form}>
        {unit.opinion?.changes.map((change) => (
          <p key={change.datumId}>
            {t('{{name}}：上报 {{before}}，核验 {{after}}{{unit}}。{{reason}}', {
              name: change.name,
              before: unit.data.find(({ datumId }) => datumId === change.datumId)?.reported ?? t('缺'),
              after: change.text,
              unit: change.unit,
              reason: change.reason,
            })}
          </p>
        ))}
        <Radio.Group
          value={kind}
          onChange={(event) => setKind(event.target.value as 'adopt' | 'decline')}
          options={[
            { value: 'adopt', label: t('采纳') },
            { value: 'decline', label: t('不采纳') },
          ]}
        />
        {kind === 'decline' && (
          <>
            <label htmlFor={`${id}r`}>{t('不采纳的理由')}</label>
            <Input.TextArea
              id={`${id}r`}
              rows={3}
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </>
        )}
      </div>
    </WeightyAct>
  )
}

export default AnswerDialog
