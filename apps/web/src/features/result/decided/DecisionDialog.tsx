import { recordTotalsDecision } from '@quanheng/contract/totals-decision'
import { Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from './decided.module.css'
import type { Meetings } from './decided.ts'

interface Props extends Pick<Meetings, 'openGrades' | 'gradeNames' | 'agenda'> {
  readonly resultId: string
  readonly onClose: () => void
}

/** 登记会议决定 over the locked totals: body, day, the text of the minutes, their number and scan, and grades that were left to the meeting. */
const DecisionDialog = ({ resultId, openGrades, gradeNames, agenda, onClose }: Props) => {
  const held = agenda?.decision ?? undefined
  const [grades, setGrades] = useState<Readonly<Record<string, string>>>({})
  const [body, setBody] = useState(held?.body ?? '')
  const [decidedOn, setDecidedOn] = useState(held?.decidedOn ?? '')
  const [number, setNumber] = useState(held?.number ?? '')
  const [text, setText] = useState(held?.text ?? '')
  const [outcome, setOutcome] = useState<'approved' | 'returned'>('approved')
  const [scan, setScan] = useState<Scan>()
  const record = useCommand(recordTotalsDecision, { onDone: onClose })
  const id = useId()
  const scanDigest = held?.scanDigest ?? scan?.digest
  const fixed = held !== undefined
  const isReady = scanDigest !== undefined && decidedOn !== '' && body.trim() !== '' && text.trim() !== ''
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
          params: { resultId },
          body: {
            body,
            decidedOn,
            text,
            outcome,
            scanDigest,
            ...(number.trim() !== '' && { number }),
            ...(outcome === 'approved' && {
              grades: Object.entries(grades).map(([unitId, grade]) => ({ unitId, grade })),
            }),
          },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p>{t('照会议纪要登记。登记后由另一人核对，核对一致决定才生效。')}</p>
      {agenda && fixed && (
        <p>{t('原文取自“{{meeting}}”的纪要，请补登会议确定的等次和结论。', { meeting: agenda.title })}</p>
      )}
      <div className={styles.fields}>
        <label htmlFor={`${id}b`}>{t('审定机构')}</label>
        <Input
          id={`${id}b`}
          disabled={fixed}
          value={body}
          maxLength={100}
          placeholder={t('例如：绩效考评领导小组会议')}
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
        <Radio.Group
          value={outcome}
          onChange={(event) => setOutcome(event.target.value as 'approved' | 'returned')}
          options={[
            { value: 'approved', label: t('同意') },
            { value: 'returned', label: t('退回') },
          ]}
        />
        {outcome === 'approved' && openGrades.length > 0 && (
          <>
            <span>{t('待定等次')}</span>
            <div className={styles.grades}>
              {openGrades.map(({ unitId, unitName }) => (
                <span key={unitId}>
                  {unitName}{' '}
                  <Select
                    size="small"
                    aria-label={t('{{unit}}的等次', { unit: unitName })}
                    value={grades[unitId] ?? null}
                    placeholder={t('照纪要选择')}
                    options={gradeNames.map((name) => ({ value: name, label: name }))}
                    onChange={(grade) => setGrades({ ...grades, [unitId]: grade })}
                    style={{ width: 140 }}
                  />
                </span>
              ))}
            </div>
          </>
        )}
        <label htmlFor={`${id}t`}>{t('决定内容')}</label>
        <Input.TextArea
          id={`${id}t`}
          disabled={fixed}
          rows={4}
          maxLength={4000}
          placeholder={t('照录纪要原文')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {!fixed && <ScanField label={t('纪要扫描件')} scan={scan} onStored={setScan} />}
      </div>
      <Refusal refusal={record.refusal} />
    </Modal>
  )
}

export default DecisionDialog
