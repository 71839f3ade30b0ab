import { beginObjection, editObjection, enterObjection } from '@quanheng/contract/objection'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import { type Item, type Objection, saySubject } from '../objection.ts'

interface Props {
  /** A published score, or the draft that is changed. */
  readonly item?: Item
  readonly objection?: Objection
  readonly onBegun?: (objectionId: string) => void
  readonly onClose: () => void
}

/** 提出异议、登记来函、修改: why the score is wrong, with what proves it; of a letter its scan and the day it came. */
const BeginDialog = ({ item, objection, onBegun, onClose }: Props) => {
  const [reason, setReason] = useState(objection?.reason ?? '')
  const [files, setFiles] = useState<readonly StoredFile[]>(objection?.files ?? [])
  const [receivedOn, setReceived] = useState('')
  const [scan, setScan] = useState<Scan>()
  const id = useId()
  const onDone = ({ objectionId }: { readonly objectionId: string }) => {
    onBegun?.(objectionId)
    onClose()
  }
  const begin = useCommand(beginObjection, { onDone })
  const enter = useCommand(enterObjection, { onDone })
  const edit = useCommand(editObjection, { onDone: onClose })
  const isLetter = item !== undefined && !item.open
  const content = { reason, files: [...files] }
  const run = () => {
    if (objection) {
      return edit.run({ params: { objectionId: objection.id }, body: { version: objection.version, content } })
    }
    const itemId = item?.itemId ?? ''
    return isLetter
      ? enter.run({ body: { itemId, content, receivedOn, scanDigest: scan?.digest ?? null } })
      : begin.run({ body: { itemId, content } })
  }
  const subject = objection ?? item
  const act = objection ? t('修改异议') : isLetter ? t('登记来函') : t('提出异议')
  return (
    <Modal
      open
      width={720}
      title={`${act}：${subject ? saySubject(subject) : ''}`}
      okText={t('保存')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: reason.trim() === '' || (isLetter && receivedOn === '') }}
      confirmLoading={begin.pending || enter.pending || edit.pending}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <span>{t('公布得分')}</span>
        <span>
          {t('{{points}} 分（满分 {{mark}} 分）', { points: subject?.points ?? '', mark: subject?.fullMark ?? '' })}
        </span>
        <label htmlFor={`${id}r`}>{t('异议理由')}</label>
        <Input.TextArea
          id={`${id}r`}
          rows={5}
          maxLength={2_000}
          placeholder={t('写明哪一数据、哪一条款认定有误，应为多少')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <span>{t('佐证材料')}</span>
        <FilesField
          label={t('选择佐证材料')}
          accept=".pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx"
          files={files}
          onChange={setFiles}
        />
        {isLetter && (
          <>
            <label htmlFor={`${id}d`}>{t('来函收到日期')}</label>
            <Input id={`${id}d`} type="date" value={receivedOn} onChange={(event) => setReceived(event.target.value)} />
            <ScanField label={t('来函原件')} scan={scan} onStored={setScan} />
          </>
        )}
        {!objection && !isLetter && (
          <p className={styles.note}>{t('保存后由本单位负责人提交；受理期以提交当日为准。')}</p>
        )}
      </div>
      <Refusal refusal={begin.refusal ?? enter.refusal ?? edit.refusal} />
    </Modal>
  )
}

export default BeginDialog
