import { confirmDecision, confirmSignature, refuseSignature } from '@quanheng/contract/approval'
import { Button } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import styles from '../approval.module.css'
import { type Approval, type Decision, type Record, sayAdjustments, sayPerson, scanOf } from '../approval.ts'

const Scan = ({ approvalId, digest }: { readonly approvalId: string; readonly digest: string }) => (
  <a href={scanOf(approvalId, digest)} target="_blank" rel="noreferrer">
    {t('打开扫描件')}
  </a>
)

/** 核对线下签批登记: the scan and the entry, side by side. */
const SignatureLook = ({ approval, record }: { readonly approval: Approval; readonly record: Record }) => {
  const [act, setAct] = useState<'confirm' | 'refuse'>()
  const close = () => setAct(undefined)
  const confirm = useCommand(confirmSignature, { onDone: close })
  const refuse = useCommand(refuseSignature, { onDone: close })
  const { signature } = record
  if (!signature) return null
  const params = { approvalId: approval.id, signatureId: signature.id }
  const may = approval.may.includes('confirmPaper')
  return (
    <Section title={t('待核对的线下签批')}>
      <Facts
        items={[
          { label: t('签字人'), value: record.by ? sayPerson(record.by) : '' },
          { label: t('签字日期'), value: signature.signedOn },
          { label: t('意见'), value: signature.opinion ?? t('无') },
          { label: t('登记人'), value: signature.registeredBy ? sayPerson(signature.registeredBy) : '' },
          {
            label: t('扫描件'),
            value: signature.scanDigest && <Scan approvalId={approval.id} digest={signature.scanDigest} />,
          },
        ]}
      />
      {may ? (
        <p className={styles.acts}>
          <Button type="primary" onClick={() => setAct('confirm')}>
            {t('核对一致')}
          </Button>
          <Button onClick={() => setAct('refuse')}>{t('登记不符')}</Button>
        </p>
      ) : (
        <p className={styles.soft}>{t('由登记人以外的另一人核对。')}</p>
      )}
      {act && (
        <WeightyAct
          act={act === 'confirm' ? t('核对一致') : t('登记不符')}
          object={t('{{step}}签批登记', { step: approval.stepName })}
          digest={approval.code}
          effects={[act === 'confirm' ? t('核对后签字生效，文件转下一环节。') : t('登记作废并留痕，须重新登记。')]}
          {...(act === 'refuse' && { reason: 'required' as const })}
          pending={confirm.pending || refuse.pending}
          refusal={confirm.refusal ?? refuse.refusal}
          onClose={close}
          onAct={(reason) =>
            act === 'confirm'
              ? confirm.run({ params, body: { version: approval.version } })
              : refuse.run({ params, body: { version: approval.version, reason } })
          }
        >
          <p>{t('请核对签字人、日期、意见和页脚校验码与扫描件一致。')}</p>
        </WeightyAct>
      )}
    </Section>
  )
}

/** 核对会议决定: from here it binds. */
const DecisionLook = ({ approval, decision }: { readonly approval: Approval; readonly decision: Decision }) => {
  const [open, setOpen] = useState(false)
  const confirm = useCommand(confirmDecision, { onDone: () => setOpen(false) })
  const isApproved = decision.outcome === 'approved'
  const adjusted = sayAdjustments(decision)
  const effect = isApproved ? t('决定生效，结果审定，文件转下一环节。') : t('决定生效，文件退给送审人。')
  return (
    <Section title={t('待核对的会议决定')}>
      <Facts
        items={[
          { label: t('审定机构'), value: decision.body },
          { label: t('会议日期'), value: decision.decidedOn },
          { label: t('纪要文号'), value: decision.number ?? t('无') },
          { label: t('结论'), value: isApproved ? t('同意') : t('退回') },
          { label: t('决定原文'), value: decision.text },
          ...(adjusted === '' ? [] : [{ label: t('核定调整'), value: adjusted }]),
          { label: t('登记人'), value: sayPerson(decision.recordedBy) },
          { label: t('会议纪要'), value: <Scan approvalId={approval.id} digest={decision.scanDigest} /> },
        ]}
      />
      {approval.may.includes('confirmDecision') ? (
        <p>
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('核对会议决定')}
          </Button>
        </p>
      ) : (
        <p className={styles.soft}>{t('由登记人以外的另一人核对。')}</p>
      )}
      {open && (
        <WeightyAct
          act={t('核对会议决定')}
          object={approval.title}
          effects={[adjusted === '' ? effect : t('决定生效，本锁定版和文件作废；重新锁定后另行送审，以核定得分为准。')]}
          pending={confirm.pending}
          refusal={confirm.refusal}
          onClose={() => setOpen(false)}
          onAct={() =>
            confirm.run({
              params: { approvalId: approval.id, decisionId: decision.id },
              body: { version: approval.version },
            })
          }
        >
          <p>{decision.text}</p>
          {adjusted !== '' && <p>{adjusted}</p>}
        </WeightyAct>
      )}
    </Section>
  )
}

/** What one person has entered from paper and a second one has still to compare. */
export const SecondLook = ({ approval }: { readonly approval: Approval }) => {
  const waiting = approval.records.find(({ signature, undone }) => signature?.state === 'registered' && undone === null)
  const pending =
    approval.state === 'meeting' ? approval.decisions.filter(({ confirmedBy }) => confirmedBy === null) : []
  return (
    <>
      {waiting && <SignatureLook approval={approval} record={waiting} />}
      {pending.map((decision) => (
        <DecisionLook key={decision.id} approval={approval} decision={decision} />
      ))}
    </>
  )
}
