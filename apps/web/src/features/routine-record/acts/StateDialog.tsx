import { stateOnRoutineRecord } from '@quanheng/contract/routine-record'
import { type RoutineStance, routineStances } from '@quanheng/domain/routine-record/model'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { RoutineRecord } from '../routine-record.ts'

/** 单位意见: whether the fact is right; what is denied is said, with papers. */
const StateDialog = ({ record, onClose }: { readonly record: RoutineRecord; readonly onClose: () => void }) => {
  const [stance, setStance] = useState<RoutineStance>('agree')
  const [words, setWords] = useState('')
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const send = useCommand(stateOnRoutineRecord, { onDone: onClose })
  const id = useId()
  const run = () =>
    send.run({
      params: { routineRecordId: record.id },
      body: { version: record.version, stance, words, files: [...files] },
    })
  return (
    <Modal
      open
      width={680}
      title={t('对平时记录提出意见')}
      okText={t('提交')}
      cancelText={t('取消')}
      confirmLoading={send.pending}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <span>{t('记录事项')}</span>
        <span className={styles.words}>{record.happening}</span>
        <span>{t('意见')}</span>
        <Radio.Group
          value={stance}
          onChange={(event) => setStance(event.target.value as RoutineStance)}
          options={routineStances.map((value) => ({ value, label: word('routineStance', value) }))}
        />
        <label htmlFor={`${id}w`}>{stance === 'differ' ? t('实际情况') : t('说明（可不填）')}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={4}
          maxLength={2_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {stance === 'differ' && (
          <>
            <span>{t('证明材料')}</span>
            <FilesField label={t('选择文件')} files={files} onChange={setFiles} />
          </>
        )}
        <p className={styles.note}>
          {stance === 'differ' ? t('有异议的记录在评分科室维持之前不作为评分参考。') : t('确认属实后记录即成立。')}
        </p>
      </div>
      <Refusal refusal={send.refusal} />
    </Modal>
  )
}

export default StateDialog
