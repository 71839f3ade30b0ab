import { giveStatement } from '@quanheng/contract/credit'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Credit, StoredFile } from '../credit.ts'

/** 陈述申辩 of the unit concerned, or that it has nothing to object. */
const StatementDialog = ({ credit, onClose }: { readonly credit: Credit; readonly onClose: () => void }) => {
  const [objects, setObjects] = useState(true)
  const [words, setWords] = useState('')
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const state = useCommand(giveStatement, { onDone: onClose })
  const id = useId()
  const body = { version: credit.version, words: objects ? words : '', files: objects ? [...files] : [] }
  return (
    <Modal
      open
      width={640}
      title={t('陈述申辩：{{matter}}', { matter: credit.matter })}
      okText={t('提交')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: objects && words.trim() === '' }}
      confirmLoading={state.pending}
      onOk={() => state.run({ params: { creditId: credit.id }, body })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <span>{t('意见')}</span>
        <Radio.Group
          value={objects}
          onChange={(event) => setObjects(event.target.value as boolean)}
          options={[
            { value: true, label: t('有陈述') },
            { value: false, label: t('无异议') },
          ]}
        />
        {objects && (
          <>
            <label htmlFor={`${id}w`}>{t('事实与理由')}</label>
            <Input.TextArea
              id={`${id}w`}
              rows={6}
              maxLength={10_000}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <span>{t('证明材料')}</span>
            <FilesField label={t('选择文件')} files={files} onChange={setFiles} />
          </>
        )}
        <Refusal refusal={state.refusal} />
      </div>
    </Modal>
  )
}

export default StatementDialog
