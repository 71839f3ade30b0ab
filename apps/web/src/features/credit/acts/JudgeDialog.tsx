import { firstReviewCredit, reviewCredit } from '@quanheng/contract/credit'
import { Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Credit } from '../credit.ts'

type Verdict = 'agree' | 'return' | 'refuse'

interface Props {
  readonly credit: Credit
  readonly step: 'firstReview' | 'review'
  readonly onClose: () => void
}

/** 初审 or 联审: agreed with points, returned or refused with a reason; the joint review may say whose matter it is too. */
const JudgeDialog = ({ credit, step, onClose }: Props) => {
  const [verdict, setVerdict] = useState<Verdict>('agree')
  const [points, setPoints] = useState(credit.firstReviewed ?? credit.claimed ?? '')
  const [reason, setReason] = useState('')
  const [matterOf, setMatter] = useState<string | null>(null)
  const first = useCommand(firstReviewCredit, { onDone: onClose })
  const joint = useCommand(reviewCredit, { onDone: onClose })
  const id = useId()
  const body = { version: credit.version, verdict, points: verdict === 'agree' ? points : '', reason }
  const params = { creditId: credit.id }
  const go = () =>
    step === 'firstReview' ? first.run({ params, body }) : joint.run({ params, body: { ...body, matterOf } })
  const verdicts: readonly Verdict[] = credit.kind === 'bonus' ? ['agree', 'return', 'refuse'] : ['agree', 'refuse']
  return (
    <Modal
      open
      width={600}
      title={t('{{act}}：{{matter}}', { act: word('creditCommand', step), matter: credit.matter })}
      okText={word('creditVerdict', verdict)}
      cancelText={t('取消')}
      okButtonProps={{ disabled: verdict !== 'agree' && reason.trim() === '' }}
      confirmLoading={first.pending || joint.pending}
      onOk={go}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <span>{t('意见')}</span>
        <Radio.Group
          value={verdict}
          onChange={(event) => setVerdict(event.target.value as Verdict)}
          options={verdicts.map((value) => ({ value, label: word('creditVerdict', value) }))}
        />
        {verdict === 'agree' && credit.kind !== 'veto' && (
          <>
            <label htmlFor={`${id}p`}>{t('认定分值')}</label>
            <Input id={`${id}p`} value={points} maxLength={30} onChange={(event) => setPoints(event.target.value)} />
          </>
        )}
        {verdict === 'agree' && step === 'review' && credit.kind !== 'veto' && credit.siblings.length > 0 && (
          <>
            <label htmlFor={`${id}m`}>{t('同一事项')}</label>
            <Select
              id={`${id}m`}
              allowClear
              value={matterOf}
              placeholder={t('与本单位另一条为同一事项的，选定后按最高计一次')}
              options={credit.siblings.map((one) => ({ value: one.creditId, label: one.matter }))}
              onChange={(next: string | undefined) => setMatter(next ?? null)}
            />
          </>
        )}
        <label htmlFor={`${id}r`}>{verdict === 'agree' ? t('说明（选填）') : t('理由')}</label>
        <Input.TextArea
          id={`${id}r`}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Refusal refusal={first.refusal ?? joint.refusal} />
      </div>
    </Modal>
  )
}

export default JudgeDialog
