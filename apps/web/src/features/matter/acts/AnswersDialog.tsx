import { answerOpinions } from '@quanheng/contract/matter'
import { type AnswerOutcome, answerOutcomes } from '@quanheng/domain/matter/model'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import own from '../matter.module.css'
import type { Matter } from '../matter.ts'

/** 登记采纳情况: each opinion that asks for something, with what became of it. */
const AnswersDialog = ({ matter, onClose }: { readonly matter: Matter; readonly onClose: () => void }) => {
  const asking = matter.members.filter(({ opinion }) => opinion && (opinion.stance !== 'agree' || opinion.words !== ''))
  const [answers, setAnswers] = useState<
    readonly { readonly seatKey: string; readonly outcome: AnswerOutcome; readonly reason: string }[]
  >(
    asking.map(({ key, answer }) => ({
      seatKey: key,
      outcome: answer?.outcome ?? 'accepted',
      reason: answer?.reason ?? '',
    })),
  )
  const save = useCommand(answerOpinions, { onDone: onClose })
  const change = (seatKey: string, more: Partial<(typeof answers)[number]>) =>
    setAnswers(answers.map((one) => (one.seatKey === seatKey ? { ...one, ...more } : one)))
  return (
    <Modal
      open
      width={820}
      title={t('登记采纳情况：{{title}}', { title: matter.title })}
      okText={t('保存')}
      cancelText={t('取消')}
      confirmLoading={save.pending}
      onOk={() =>
        save.run({
          params: { matterId: matter.id },
          body: { version: matter.version, answers: answers.map((one) => ({ ...one })) },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.list}>
        {asking.length === 0 && <p>{t('没有需要答复的意见，可直接报组长审定。')}</p>}
        {asking.map(({ key, unitName, personName, opinion }) => {
          const answer = answers.find(({ seatKey }) => seatKey === key)
          const name = `${unitName}${personName}`
          return (
            <div key={key} className={own.answer}>
              <span className={styles.words}>{`${name}：${opinion?.words ?? ''}`}</span>
              <Select
                aria-label={t('{{name}}的意见采纳情况', { name })}
                value={answer?.outcome ?? 'accepted'}
                options={answerOutcomes.map((value) => ({ value, label: word('answerOutcome', value) }))}
                onChange={(outcome: AnswerOutcome) => change(key, { outcome })}
              />
              <Input.TextArea
                aria-label={t('{{name}}的意见采纳说明', { name })}
                placeholder={t('部分采纳、未采纳的，写明理由')}
                rows={2}
                maxLength={1_000}
                value={answer?.reason ?? ''}
                onChange={(event) => change(key, { reason: event.target.value })}
              />
            </div>
          )
        })}
      </div>
      <Refusal refusal={save.refusal} />
    </Modal>
  )
}

export default AnswersDialog
