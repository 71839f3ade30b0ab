import { recordDecision } from '@quanheng/contract/approval'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../approval.module.css'
import type { Approval } from '../approval.ts'
import { Adjustments, type DraftAdjustment, isFilled } from './Adjustments.tsx'

/** 登记会议决定: body, day, the text of the minutes, their number and scan. */
const MeetingDialog = ({ approval, onClose }: { readonly approval: Approval; readonly onClose: () => void }) => {
  const held = approval.agenda?.decision
  const [body, setBody] = useState(held?.body ?? '')
  const [decidedOn, setDecidedOn] = useState(held?.decidedOn ?? '')
  const [number, setNumber] = useState(held?.number ?? '')
  const [text, setText] = useState(held?.text ?? '')
  const [outcome, setOutcome] = useState<'approved' | 'returned'>('approved')
  const [adjustments, setAdjustments] = useState<readonly DraftAdjustment[]>([])
  const [scan, setScan] = useState<Scan>()
  const record = useCommand(recordDecision, { onDone: onClose })
  const id = useId()
  const scanDigest = held?.scanDigest ?? scan?.digest
  const fixed = held !== undefined && held !== null
  const made = outcome === 'approved' ? adjustments : []
  const isReady =
    scanDigest !== undefined && decidedOn !== '' && body.trim() !== '' && text.trim() !== '' && made.every(isFilled)
  return (
    <Modal
      open
      width={640}
      title={t('登记会议决定')}
      okText={t('登记')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={record.pending}
      onOk={() =>
        scanDigest !== undefined &&
        record.run({
          params: { approvalId: approval.id },
          body: {
            version: approval.version,
            body,
            decidedOn,
            text,
            outcome,
            scanDigest,
            ...(number.trim() !== '' && { number }),
            ...(made.length > 0 && { adjustments: [...made] }),
          },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className={styles.soft}>{t('照会议纪要登记。登记后由另一人核对，核对一致决定才生效。')}</p>
      {approval.agenda && (
        <p className={styles.soft}>
          {fixed
            ? t('“{{meeting}}”修改后同意：原文取自该会议的纪要，请登记核定调整，或退回修改。', {
                meeting: approval.agenda.title,
              })
            : t('本件已列入“{{meeting}}”的议题，由会议议定后自动办理。', { meeting: approval.agenda.title })}
        </p>
      )}
      <div className={styles.fields}>
        <label htmlFor={`${id}b`}>{t('审定机构')}</label>
        <Input
          id={`${id}b`}
          disabled={fixed}
          value={body}
          maxLength={100}
          placeholder={t('如：局党组会议、局长办公会议')}
          onChange={(event) => setBody(event.target.value)}
        />
        <label htmlFor={`${id}d`}>{t('会议日期')}</label>
        <Input
          id={`${id}d`}
          type="date"
          disabled={fixed}
          value={decidedOn}
          onChange={(event) => setDecidedOn(event.target.value)}
        />
        <label htmlFor={`${id}n`}>{t('纪要文号（选填）')}</label>
        <Input
          id={`${id}n`}
          disabled={fixed}
          value={number}
          maxLength={100}
          onChange={(event) => setNumber(event.target.value)}
        />
        <span>{t('结论')}</span>
        <Radio.Group value={outcome} onChange={(event) => setOutcome(event.target.value)}>
          <Radio value="approved">{t('同意')}</Radio>
          <Radio value="returned">{t('退回')}</Radio>
        </Radio.Group>
        <label htmlFor={`${id}t`}>{t('决定原文')}</label>
        <Input.TextArea
          id={`${id}t`}
          disabled={fixed}
          rows={4}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {outcome === 'approved' && (
          <>
            <span>{t('核定调整')}</span>
            <Adjustments approval={approval} rows={adjustments} onChange={setAdjustments} />
          </>
        )}
        {!fixed && <ScanField label={t('会议纪要扫描件')} scan={scan} onStored={setScan} />}
      </div>
      <Refusal refusal={record.refusal} />
    </Modal>
  )
}

export default MeetingDialog
