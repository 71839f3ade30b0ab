import { issueMinutes } from '@quanheng/contract/meeting'
import { listBooks } from '@quanheng/contract/number-book'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Meeting } from '../meeting.ts'

/** 编纪要文号: the next number of a book of the unit, or as the OA gave it. */
const MinutesDialog = ({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) => {
  const [way, setWay] = useState('oa')
  const [documentNumber, setNumber] = useState('')
  const [on, setOn] = useState(meeting.today)
  const books = useQueryRoute(listBooks, {}).data?.rows ?? []
  const issue = useCommand(issueMinutes, { onDone: onClose })
  const id = useId()
  const body = { version: meeting.version, bookId: way === 'oa' ? null : way, documentNumber, on }
  return (
    <Modal
      open
      title={t('编纪要文号：{{title}}', { title: meeting.title })}
      okText={t('确定')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: on === '' || (way === 'oa' && documentNumber.trim() === '') }}
      confirmLoading={issue.pending}
      onOk={() => issue.run({ params: { meetingId: meeting.id }, body })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        <span>{t('文号来源')}</span>
        <Radio.Group value={way} onChange={(event) => setWay(event.target.value as string)}>
          <Radio value="oa">{t('登记 OA 编发的文号')}</Radio>
          {books.map((book) => (
            <Radio key={book.id} value={book.id}>
              {t('按登记簿取下一号：{{number}}', { number: book.next })}
            </Radio>
          ))}
        </Radio.Group>
        {way === 'oa' && (
          <>
            <label htmlFor={`${id}n`}>{t('纪要文号')}</label>
            <Input
              id={`${id}n`}
              maxLength={60}
              value={documentNumber}
              onChange={(event) => setNumber(event.target.value)}
            />
          </>
        )}
        <label htmlFor={`${id}d`}>{t('印发日期')}</label>
        <Input id={`${id}d`} type="date" value={on} onChange={(event) => setOn(event.target.value)} />
      </div>
      <Refusal refusal={issue.refusal} />
    </Modal>
  )
}

export default MinutesDialog
