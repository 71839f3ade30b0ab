import { summariseReview } from '@quanheng/contract/year-review'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Review } from '../review.ts'

/** 撰写总结; what was taken up may be brought in as a first text. */
const SummaryDialog = ({ review, onClose }: { readonly review: Review; readonly onClose: () => void }) => {
  const [summary, setSummary] = useState(review.summary)
  const save = useCommand(summariseReview, { onDone: onClose })
  const id = useId()
  const takenUp = review.lines.filter(({ answer }) => answer && answer.outcome !== 'declined')
  const bringIn = () => {
    const lines = takenUp.map((line) => `${word('reviewEntryKind', line.kind)}：${line.text}（${line.unitName}）`)
    setSummary([summary, ...lines].filter((line) => line !== '').join('\n'))
  }
  return (
    <Modal
      open
      width={820}
      title={t('撰写总结：{{title}}', { title: review.title })}
      okText={t('保存')}
      cancelText={t('取消')}
      confirmLoading={save.pending}
      onOk={() => save.run({ params: { reviewId: review.id }, body: { version: review.version, summary } })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.list}>
        {takenUp.length > 0 && (
          <span>
            <Button size="small" onClick={bringIn}>
              {t('引入采纳的意见')}
            </Button>
          </span>
        )}
        <label htmlFor={`${id}s`}>{t('总结正文')}</label>
        <Input.TextArea
          id={`${id}s`}
          rows={14}
          maxLength={20_000}
          placeholder={t('每段一行；小标题写成“一、……”')}
          value={summary}
          onChange={(event) => setSummary(event.target.value)}
        />
      </div>
      <Refusal refusal={save.refusal} />
    </Modal>
  )
}

export default SummaryDialog
