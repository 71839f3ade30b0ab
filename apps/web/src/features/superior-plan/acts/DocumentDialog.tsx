import { beginSuperiorPlan, editSuperiorPlan } from '@quanheng/contract/superior-plan'
import { Input, InputNumber, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { SuperiorPlan } from '../superior-plan.ts'

interface Props {
  /** Absent for a new one. */
  readonly plan?: SuperiorPlan
  readonly onBegun?: (superiorPlanId: string) => void
  readonly onClose: () => void
}

/** 登记、修改: what is printed on the superior's paper, and the paper itself. */
const DocumentDialog = ({ plan, onBegun, onClose }: Props) => {
  const [year, setYear] = useState<number | null>(plan?.year ?? new Date().getFullYear())
  const [title, setTitle] = useState(plan?.title ?? '')
  const [number, setNumber] = useState(plan?.number ?? '')
  const [issuer, setIssuer] = useState(plan?.issuer ?? '')
  const [files, setFiles] = useState<readonly StoredFile[]>(plan?.files ?? [])
  const begin = useCommand(beginSuperiorPlan, {
    onDone: ({ superiorPlanId }) => {
      onBegun?.(superiorPlanId)
      onClose()
    },
  })
  const edit = useCommand(editSuperiorPlan, { onDone: onClose })
  const id = useId()
  const document = { title, number, issuer, files: [...files] }
  const run = () => {
    if (plan) return edit.run({ params: { superiorPlanId: plan.id }, body: { version: plan.version, document } })
    return year === null ? undefined : begin.run({ body: { year, document } })
  }
  return (
    <Modal
      open
      width={720}
      title={plan ? t('修改上级方案信息') : t('登记上级方案')}
      okText={plan ? t('保存') : t('登记')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: year === null }}
      confirmLoading={begin.pending || edit.pending}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <label htmlFor={`${id}y`}>{t('年度')}</label>
        <InputNumber
          id={`${id}y`}
          min={2000}
          max={2100}
          precision={0}
          value={year}
          disabled={plan !== undefined}
          onChange={setYear}
        />
        <label htmlFor={`${id}t`}>{t('方案名称')}</label>
        <Input id={`${id}t`} maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />
        <label htmlFor={`${id}n`}>{t('文号')}</label>
        <Input id={`${id}n`} maxLength={100} value={number} onChange={(event) => setNumber(event.target.value)} />
        <label htmlFor={`${id}i`}>{t('制发机关')}</label>
        <Input id={`${id}i`} maxLength={100} value={issuer} onChange={(event) => setIssuer(event.target.value)} />
        <span>{t('上级文件')}</span>
        <FilesField
          label={t('选择文件')}
          accept=".pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx"
          files={files}
          onChange={setFiles}
        />
      </div>
      <Refusal refusal={begin.refusal ?? edit.refusal} />
    </Modal>
  )
}

export default DocumentDialog
