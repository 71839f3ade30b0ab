import { askFeedback } from '@quanheng/contract/feedback'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../result.module.css'
import type { ToldScore } from './feedback.ts'

interface Props {
  readonly planId: string
  readonly score: ToldScore
  readonly onClose: () => void
}

/** 提出意见: about one item, what is questioned and why, with evidence. */
const AskDialog = ({ planId, score, onClose }: Props) => {
  const [words, setWords] = useState('')
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const ask = useCommand(askFeedback, {
    onDone: () => {
      notify(t('意见已提出，待评分单位答复'), 'done')
      onClose()
    },
  })
  const id = useId()
  return (
    <Modal
      open
      width={640}
      title={t('对初评得分提出意见：{{leaf}}', { leaf: score.name })}
      okText={t('提出')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: words.trim() === '' }}
      confirmLoading={ask.pending}
      mask={{ closable: false }}
      onOk={() => void ask.run({ params: { planId }, body: { itemId: score.itemId, words, files: [...files] } })}
      onCancel={onClose}
    >
      <div className={styles.reason}>
        <p>
          {t('满分 {{full}} 分，初评 {{points}} 分。{{why}}', {
            full: score.fullMark,
            points: score.points,
            why: score.deductions.map(({ reason }) => reason).join('；'),
          })}
        </p>
        <label htmlFor={id}>{t('意见及理由')}</label>
        <Input.TextArea
          id={id}
          rows={4}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <FilesField label={t('选择佐证材料')} files={files} onChange={setFiles} />
        <p className={styles.waiting}>{t('提出后不能撤回，由评分科室负责人具名答复。')}</p>
        <Refusal refusal={ask.refusal} />
      </div>
    </Modal>
  )
}

export default AskDialog
