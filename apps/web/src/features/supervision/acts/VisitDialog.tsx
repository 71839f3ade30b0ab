import { dropVisit, sendVisit, stateOnVisit } from '@quanheng/contract/supervision-visit'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Visit } from '../supervision.ts'

export type VisitAct = 'send' | 'state' | 'drop'

interface Props {
  readonly visit: Visit
  readonly act: VisitAct
  readonly onClose: () => void
}

/** Sending the record to the unit, its statement, or leaving the visit out with the reason. */
const VisitDialog = ({ visit, act, onClose }: Props) => {
  const [until, setUntil] = useState('')
  const [words, setWords] = useState('')
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const [scan, setScan] = useState<Scan>()
  const options = { onDone: onClose }
  const send = useCommand(sendVisit, options)
  const state = useCommand(stateOnVisit, options)
  const drop = useCommand(dropVisit, options)
  const all = [send, state, drop]
  const id = useId()
  const params = { supervisionVisitId: visit.id }
  const { version } = visit
  const run = () => {
    switch (act) {
      case 'send':
        return send.run({ params, body: { version, until } })
      case 'state':
        return state.run({ params, body: { version, words, files: [...files], scanDigest: scan?.digest ?? null } })
      case 'drop':
        return drop.run({ params, body: { version, reason: words } })
    }
  }
  const isMissing = act === 'send' ? until === '' : act === 'drop' && words.trim() === ''
  return (
    <Modal
      open
      width={680}
      title={t('{{act}}：{{object}}', { act: word('supervisionVisitCommand', act), object: visit.unitName })}
      okText={word('supervisionVisitCommand', act)}
      cancelText={t('取消')}
      okButtonProps={{ disabled: isMissing }}
      confirmLoading={all.some(({ pending }) => pending)}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        {act === 'send' ? (
          <>
            <label htmlFor={`${id}u`}>{t('陈述截止')}</label>
            <Input id={`${id}u`} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
            <p className={styles.note}>{t('送出后记录不能再改；单位可在截止前陈述意见，逾期不陈述的可直接认定。')}</p>
          </>
        ) : (
          <>
            <label htmlFor={`${id}w`}>{act === 'state' ? t('陈述意见') : t('理由')}</label>
            <Input.TextArea
              id={`${id}w`}
              rows={4}
              maxLength={act === 'state' ? 2_000 : 500}
              placeholder={act === 'state' ? t('没有意见的可不填') : ''}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </>
        )}
        {act === 'state' && (
          <>
            <span>{t('证明材料')}</span>
            <FilesField label={t('选择文件')} files={files} onChange={setFiles} />
            {visit.office && <ScanField label={t('签字盖章原件')} scan={scan} onStored={setScan} />}
          </>
        )}
      </div>
      <Refusal refusal={all.find(({ refusal }) => refusal)?.refusal} />
    </Modal>
  )
}

export default VisitDialog
