import { confirmTopics } from '@quanheng/contract/meeting'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../../../shared/work/work.module.css'
import own from '../meeting.module.css'
import type { Meeting } from '../meeting.ts'

/** 确定议题: in which order, and what is postponed. Whoever is not the head registers what the head wrote. */
const ConfirmTopicsDialog = ({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) => {
  const [order, setOrder] = useState(meeting.agenda.map(({ topicId, title }) => ({ topicId, title, postponed: '' })))
  const [words, setWords] = useState('')
  const [scan, setScan] = useState<Scan>()
  const confirm = useCommand(confirmTopics, { onDone: onClose })
  const id = useId()
  const up = (at: number) =>
    setOrder(
      order.flatMap((one, place) =>
        place === at - 1 ? (order[at] ?? one) : place === at ? (order[at - 1] ?? one) : one,
      ),
    )
  const body = {
    version: meeting.version,
    order: order.map(({ topicId, postponed }) => ({ topicId, postponed })),
    words,
    scanDigest: scan?.digest ?? null,
  }
  return (
    <Modal
      open
      width={760}
      title={t('确定议题：{{title}}', { title: meeting.title })}
      okText={t('确定议题')}
      cancelText={t('取消')}
      confirmLoading={confirm.pending}
      onOk={() => confirm.run({ params: { meetingId: meeting.id }, body })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.list}>
        {order.map((one, at) => (
          <div key={one.topicId} className={own.row}>
            <span>{`${at + 1}. ${one.title}`}</span>
            <Button
              size="small"
              disabled={at === 0}
              aria-label={t('上移：{{title}}', { title: one.title })}
              onClick={() => up(at)}
            >
              {t('上移')}
            </Button>
            <Input
              aria-label={t('暂缓上会的理由：{{title}}', { title: one.title })}
              placeholder={t('暂缓上会的，写明理由')}
              maxLength={500}
              value={one.postponed}
              onChange={(event) =>
                setOrder(
                  order.map((row) => (row.topicId === one.topicId ? { ...row, postponed: event.target.value } : row)),
                )
              }
            />
          </div>
        ))}
      </div>
      <div className={`${styles.form} ${styles.after}`}>
        <label htmlFor={`${id}w`}>{t('批示意见')}</label>
        <Input.TextArea
          id={`${id}w`}
          rows={2}
          maxLength={1_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <ScanField label={t('签批原件')} scan={scan} onStored={setScan} />
        <p className={styles.note}>{t('本人确定的不必附件；代为登记的，须附签批原件。')}</p>
      </div>
      <Refusal refusal={confirm.refusal} />
    </Modal>
  )
}

export default ConfirmTopicsDialog
