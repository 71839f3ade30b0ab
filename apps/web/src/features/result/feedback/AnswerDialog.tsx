import { answerFeedback } from '@quanheng/contract/feedback'
import { type FeedbackAnswerKind, feedbackAnswers } from '@quanheng/domain/feedback/model'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../result.module.css'
import type { Question } from './feedback.ts'

/** 答复: accepted, and then the item is scored and signed again, or declined with the reason; by name, once. */
const AnswerDialog = ({ question, onClose }: { readonly question: Question; readonly onClose: () => void }) => {
  const [kind, setKind] = useState<FeedbackAnswerKind>('declined')
  const [words, setWords] = useState('')
  const answer = useCommand(answerFeedback, {
    onDone: () => {
      notify(t('已答复'), 'done')
      onClose()
    },
  })
  const id = useId()
  const params = { feedbackQuestionId: question.id }
  return (
    <Modal
      open
      width={640}
      title={t('答复初评反馈意见：{{unit}} {{leaf}}', { unit: question.unitName, leaf: question.leafName })}
      okText={t('答复')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: words.trim() === '' }}
      confirmLoading={answer.pending}
      mask={{ closable: false }}
      onOk={() => void answer.run({ params, body: { version: question.version, kind, words } })}
      onCancel={onClose}
    >
      <div className={styles.reason}>
        <p>{question.words}</p>
        <Radio.Group
          aria-label={t('是否采纳')}
          value={kind}
          options={feedbackAnswers.map((value) => ({ value, label: word('feedbackAnswer', value) }))}
          onChange={(event) => setKind(event.target.value as FeedbackAnswerKind)}
        />
        <label htmlFor={id}>{kind === 'accepted' ? t('怎样重新评分') : t('不采纳的理由')}</label>
        <Input.TextArea
          id={id}
          rows={4}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <p className={styles.waiting}>
          {kind === 'accepted'
            ? t('采纳后，该单位该项的签字失效，在补正表上重新评分、两人签字。答复具名留存，不能再改。')
            : t('答复具名留存，不能再改，提出意见的单位看得到。')}
        </p>
        <Refusal refusal={answer.refusal} />
      </div>
    </Modal>
  )
}

export default AnswerDialog
