import { correctLibraryDocument } from '@quanheng/contract/library'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Clause, Shown } from '../library.ts'
import { ClauseFields } from './ClauseFields.tsx'

/** 更正条文: what was read or typed otherwise than printed. What the issuer changed is a new version. */
const CorrectDialog = ({ shown, onClose }: { readonly shown: Shown; readonly onClose: () => void }) => {
  const [clauses, setClauses] = useState<Clause[]>(shown.clauses.map((clause) => ({ ...clause })))
  const [interpreter, setInterpreter] = useState(shown.interpreter)
  const [reason, setReason] = useState('')
  const correct = useCommand(correctLibraryDocument, { onDone: onClose })
  const id = useId()
  return (
    <Modal
      open
      width={860}
      title={t('更正条文：{{title}}', { title: shown.title })}
      okText={t('更正')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={correct.pending}
      onOk={() =>
        void correct.run({
          params: { libraryDocumentId: shown.id },
          body: { version: shown.version, clauses, interpreter, reason },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <p className={styles.note}>
          {t('只更正与原件不一致的录入。文件本身修订的，请录入新版本，原版本的条文和引用都会保留。')}
        </p>
        <label htmlFor={`${id}i`}>{t('解释单位')}</label>
        <Input
          id={`${id}i`}
          maxLength={200}
          value={interpreter}
          onChange={({ target }) => setInterpreter(target.value)}
        />
        <ClauseFields clauses={clauses} onChange={setClauses} />
        <label htmlFor={`${id}r`}>{t('理由')}</label>
        <Input.TextArea
          id={`${id}r`}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <Refusal refusal={correct.refusal} />
    </Modal>
  )
}

export default CorrectDialog
