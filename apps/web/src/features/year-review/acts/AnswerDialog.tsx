import { answerEntries } from '@quanheng/contract/year-review'
import { type AnswerOutcome, answerOutcomes } from '@quanheng/domain/matter/model'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Review } from '../review.ts'

interface Given {
  readonly entryId: string
  /** Null: not decided yet, and not sent. */
  readonly outcome: AnswerOutcome | null
  readonly reason: string
}

const isGiven = (one: Given): one is Given & { readonly outcome: AnswerOutcome } => one.outcome !== null

/** 登记采纳情况, entry by entry. */
const AnswerDialog = ({ review, onClose }: { readonly review: Review; readonly onClose: () => void }) => {
  const [answers, setAnswers] = useState<readonly Given[]>(
    review.lines.map(({ id, answer }) => ({
      entryId: id,
      outcome: answer?.outcome ?? null,
      reason: answer?.reason ?? '',
    })),
  )
  const save = useCommand(answerEntries, { onDone: onClose })
  const change = (entryId: string, more: Partial<Given>) =>
    setAnswers(answers.map((one) => (one.entryId === entryId ? { ...one, ...more } : one)))
  return (
    <Modal
      open
      width={860}
      title={t('登记采纳情况：{{title}}', { title: review.title })}
      okText={t('保存')}
      cancelText={t('取消')}
      confirmLoading={save.pending}
      onOk={() =>
        save.run({
          params: { reviewId: review.id },
          body: { version: review.version, answers: answers.filter(isGiven).map((one) => ({ ...one })) },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={`${styles.list} ${styles.tall}`}>
        {review.lines.length === 0 && <p>{t('没有收到意见，可直接撰写总结。')}</p>}
        {review.lines.map((line, at) => {
          const given = answers.find(({ entryId }) => entryId === line.id)
          const name = t('第 {{number}} 条', { number: at + 1 })
          return (
            <fieldset key={line.id} className={styles.group}>
              <legend>{`${name} ${word('reviewEntryKind', line.kind)} ${line.unitName}${line.sectionName}`}</legend>
              <p className={styles.words}>
                {line.text}
                {line.wanted !== null && `\n${t('下年方案：{{wanted}}', { wanted: line.wanted })}`}
              </p>
              <div className={styles.pair}>
                <Select
                  aria-label={t('{{name}}采纳情况', { name })}
                  value={given?.outcome ?? null}
                  placeholder={t('请选择')}
                  options={answerOutcomes.map((value) => ({ value, label: word('answerOutcome', value) }))}
                  onChange={(outcome: AnswerOutcome) => change(line.id, { outcome })}
                />
                <Input
                  aria-label={t('{{name}}说明', { name })}
                  placeholder={t('部分采纳、未采纳的，写明理由')}
                  maxLength={1_000}
                  value={given?.reason ?? ''}
                  onChange={(event) => change(line.id, { reason: event.target.value })}
                />
              </div>
            </fieldset>
          )
        })}
      </div>
      <Refusal refusal={save.refusal} />
    </Modal>
  )
}

export default AnswerDialog
