import { answerObjection, rescoreObjection } from '@quanheng/contract/objection'
import { Input, Modal } from 'antd'
import { useId, useState, useSyncExternalStore } from 'react'
import { stepUp } from '../../../shared/api/door.ts'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import { type Objection, saySubject } from '../objection.ts'
import { type DraftFound, FoundFields, isFilled } from './FoundFields.tsx'

interface Props {
  readonly objection: Objection
  readonly act: 'answer' | 'rescore'
  readonly onClose: () => void
}

/** 答复 with the facts, or 复核 by another person; both say which points hold and why. */
const AnswerDialog = ({ objection, act, onClose }: Props) => {
  const [facts, setFacts] = useState('')
  const [reason, setReason] = useState('')
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const [found, setFound] = useState<DraftFound>({ outcome: 'kept', points: '' })
  const answer = useCommand(answerObjection, { onDone: onClose })
  const rescore = useCommand(rescoreObjection, { onDone: onClose })
  const provingIdentity = useSyncExternalStore(stepUp.listen, stepUp.isAsking)
  const id = useId()
  const params = { objectionId: objection.id }
  const { version } = objection
  const isAnswer = act === 'answer'
  const run = () =>
    isAnswer
      ? answer.run({ params, body: { version, facts, found, reason, files: [...files] } })
      : rescore.run({ params, body: { version, found, reason } })
  const isComplete = isFilled(found) && reason.trim() !== '' && (!isAnswer || facts.trim() !== '')
  return (
    <Modal
      open={!provingIdentity}
      width={720}
      title={`${word('objectionCommand', act)}：${saySubject(objection)}`}
      okText={word('objectionCommand', act)}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !isComplete }}
      confirmLoading={answer.pending || rescore.pending}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <span>{t('异议理由')}</span>
        <span className={styles.words}>{objection.reason}</span>
        {isAnswer && (
          <>
            <label htmlFor={`${id}f`}>{t('查明的事实')}</label>
            <Input.TextArea
              id={`${id}f`}
              rows={4}
              maxLength={2_000}
              value={facts}
              onChange={(event) => setFacts(event.target.value)}
            />
          </>
        )}
        <FoundFields
          label={isAnswer ? t('处理建议') : t('复核结论')}
          objection={objection}
          found={found}
          onChange={setFound}
        />
        <label htmlFor={`${id}r`}>{isAnswer ? t('建议的理由') : t('复核的理由')}</label>
        <Input.TextArea
          id={`${id}r`}
          rows={3}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {isAnswer && (
          <>
            <span>{t('佐证材料')}</span>
            <FilesField
              label={t('选择佐证材料')}
              accept=".pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx"
              files={files}
              onChange={setFiles}
            />
          </>
        )}
        {!isAnswer && (
          <p className={styles.note}>{t('在原评分表上签过字的、作出答复的人员不能复核；提出单位的人员应当回避。')}</p>
        )}
      </div>
      <Refusal refusal={answer.refusal ?? rescore.refusal} />
    </Modal>
  )
}

export default AnswerDialog
