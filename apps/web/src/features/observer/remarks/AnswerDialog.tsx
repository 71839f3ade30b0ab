import { answerRemark, type listRemarks } from '@quanheng/contract/remark'
import { type RemarkAnswerKind, remarkAnswers } from '@quanheng/domain/remark/model'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import type { RowOf } from '../../../shared/table/DataTable.tsx'
import styles from './remarks.module.css'

/** 答复: 采纳, 部分采纳 or 不采纳, in words, under the name of whoever answers. */
const AnswerDialog = ({
  remark,
  onClose,
}: {
  readonly remark: RowOf<typeof listRemarks>
  readonly onClose: () => void
}) => {
  const [kind, setKind] = useState<RemarkAnswerKind>('accepted')
  const [words, setWords] = useState('')
  const answer = useCommand(answerRemark, { onDone: onClose })
  const id = useId()
  return (
    <Modal
      open
      title={t('答复监督意见：{{subject}}', { subject: remark.subject })}
      okText={t('答复')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: words.trim() === '' }}
      confirmLoading={answer.pending}
      onOk={() => answer.run({ params: { remarkId: remark.id }, body: { version: remark.version, kind, words } })}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <blockquote className={styles.words}>{remark.words}</blockquote>
        <Radio.Group
          aria-label={t('答复')}
          value={kind}
          options={remarkAnswers.map((value) => ({ value, label: word('remarkAnswer', value) }))}
          onChange={(event) => setKind(event.target.value as RemarkAnswerKind)}
        />
        <label htmlFor={id}>{kind === 'accepted' ? t('怎样办理') : t('怎样办理，不采纳的说明理由')}</label>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <p className={styles.note}>{t('答复具名留存，不能再改。')}</p>
        <Refusal refusal={answer.refusal} />
      </div>
    </Modal>
  )
}

export default AnswerDialog
