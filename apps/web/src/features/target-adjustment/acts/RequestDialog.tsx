import { adjustmentChoices, beginAdjustment, editAdjustment } from '@quanheng/contract/target-adjustment'
import { type AdjustmentKind, adjustmentKinds } from '@quanheng/domain/target-adjustment/model'
import { Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Adjustment, Choice } from '../adjustment.ts'
import { AdjustedFields } from './AdjustedFields.tsx'
import { asked, blankOf, type Draft, draftOf } from './draft.ts'

interface Props {
  /** A request that is changed; absent for a new one. */
  readonly adjustment?: Adjustment
  readonly onBegun?: (adjustmentId: string) => void
  readonly onClose: () => void
}

const keyOf = ({ planId, unitId }: Pick<Choice, 'planId' | 'unitId'>): string => `${planId} ${unitId}`

const sayWindow = ({ open, lastDay }: Choice): string => {
  if (open) return lastDay === null ? '' : t('申请受理至{{day}}。', { day: lastDay })
  return lastDay === null
    ? t('该方案本年度不受理指标调整。确有必要的，请与考评办联系。')
    : t('申请已于{{day}}截止受理。确有必要的，请与考评办联系。', { day: lastDay })
}

/** 申请调整: which item of which plan, to what, why, and what proves it. */
const RequestDialog = ({ adjustment, onBegun, onClose }: Props) => {
  const given = useQueryRoute(adjustmentChoices, {})
  const rows = given.data?.rows ?? []
  const [place, setPlace] = useState(adjustment ? keyOf(adjustment) : '')
  const choice = rows.find((row) => keyOf(row) === place) ?? (adjustment ? undefined : rows[0])
  const [draft, setDraft] = useState<Draft>(adjustment ? draftOf(adjustment) : blankOf('target'))
  const [reason, setReason] = useState(adjustment?.request.reason ?? '')
  const [basisDocument, setDocument] = useState(adjustment?.request.basisDocument ?? '')
  const [files, setFiles] = useState<readonly StoredFile[]>(adjustment?.request.files ?? [])
  const begin = useCommand(beginAdjustment, {
    onDone: ({ adjustmentId }) => {
      onBegun?.(adjustmentId)
      onClose()
    },
  })
  const edit = useCommand(editAdjustment, { onDone: onClose })
  const id = useId()
  const adjusted = choice && asked(draft, choice)
  const run = () => {
    if (!choice || !adjusted) return
    const request = { adjusted, reason, basisDocument, files: [...files] }
    return adjustment
      ? edit.run({ params: { adjustmentId: adjustment.id }, body: { version: adjustment.version, request } })
      : begin.run({ body: { planId: choice.planId, unitId: choice.unitId, request } })
  }
  return (
    <Modal
      open
      width={820}
      title={adjustment ? t('修改指标调整申请') : t('申请调整指标')}
      okText={t('保存')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !adjusted || (!adjustment && !choice.open) }}
      confirmLoading={begin.pending || edit.pending}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Refusal refusal={given.error} />
      {given.data && !choice && <p>{t('本单位在已印发的方案中没有承担指标，无可申请。')}</p>}
      {choice && (
        <div className={`${styles.form} ${styles.tall}`}>
          <label htmlFor={`${id}p`}>{t('考评方案')}</label>
          <Select
            id={`${id}p`}
            value={keyOf(choice)}
            disabled={adjustment !== undefined}
            options={rows.map((row) => ({ value: keyOf(row), label: `${row.title}（${row.unitName}）` }))}
            onChange={(next: string) => {
              setPlace(next)
              setDraft(blankOf(draft.kind))
            }}
          />
          {sayWindow(choice) !== '' && <p className={styles.note}>{sayWindow(choice)}</p>}
          <span>{t('类型')}</span>
          <Radio.Group
            value={draft.kind}
            onChange={(event) => setDraft({ ...draft, kind: event.target.value as AdjustmentKind })}
            options={adjustmentKinds.map((value) => ({ value, label: word('adjustmentKind', value) }))}
          />
          <AdjustedFields choice={choice} draft={draft} onChange={(more) => setDraft({ ...draft, ...more })} />
          <label htmlFor={`${id}r`}>{t('理由')}</label>
          <Input.TextArea
            id={`${id}r`}
            rows={3}
            maxLength={2_000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <label htmlFor={`${id}b`}>{t('依据文件')}</label>
          <Input
            id={`${id}b`}
            maxLength={300}
            placeholder={t('文件名称和文号')}
            value={basisDocument}
            onChange={(event) => setDocument(event.target.value)}
          />
          <span>{t('佐证材料')}</span>
          <FilesField
            label={t('选择材料')}
            accept=".pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx,.txt"
            files={files}
            onChange={setFiles}
          />
        </div>
      )}
      <Refusal refusal={begin.refusal ?? edit.refusal} />
    </Modal>
  )
}

export default RequestDialog
