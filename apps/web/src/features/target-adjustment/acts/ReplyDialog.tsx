import { listBooks } from '@quanheng/contract/number-book'
import { replyAdjustment } from '@quanheng/contract/target-adjustment'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { useMay } from '../../../shared/session/session.ts'
import styles from '../../../shared/work/work.module.css'
import { type Adjustment, titleOf } from '../adjustment.ts'

interface Props {
  readonly adjustment: Adjustment
  readonly onClose: () => void
}

/** 批复: its number, its day, and from when what was agreed holds. */
const ReplyDialog = ({ adjustment, onClose }: Props) => {
  const [way, setWay] = useState('oa')
  const [documentNumber, setNumber] = useState('')
  const [on, setOn] = useState(adjustment.today)
  const [effectiveOn, setEffective] = useState('')
  const mayNumber = useMay('approval.drawNumber')
  const books = useQueryRoute(listBooks, {}, { enabled: mayNumber }).data?.rows ?? []
  const reply = useCommand(replyAdjustment, { onDone: onClose })
  const id = useId()
  const bookId = way === 'oa' ? null : way
  const agreed = adjustment.agreed === true
  return (
    <Modal
      open
      width={680}
      title={t('批复：{{title}}', { title: titleOf(adjustment) })}
      okText={t('批复')}
      cancelText={t('取消')}
      okButtonProps={{
        disabled: on === '' || (agreed && effectiveOn === '') || (way === 'oa' && documentNumber.trim() === ''),
      }}
      confirmLoading={reply.pending}
      onOk={() =>
        reply.run({
          params: { adjustmentId: adjustment.id },
          // What was refused takes effect on no day: the reply's own stands for it.
          body: { version: adjustment.version, bookId, documentNumber, on, effectiveOn: agreed ? effectiveOn : on },
        })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p>
        {agreed ? t('审定同意：') : t('审定不同意：')}
        {adjustment.words}
      </p>
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
            <label htmlFor={`${id}n`}>{t('批复文号')}</label>
            <Input
              id={`${id}n`}
              maxLength={60}
              value={documentNumber}
              onChange={(event) => setNumber(event.target.value)}
            />
          </>
        )}
        <label htmlFor={`${id}d`}>{t('批复日期')}</label>
        <Input id={`${id}d`} type="date" value={on} onChange={(event) => setOn(event.target.value)} />
        {agreed && (
          <>
            <label htmlFor={`${id}e`}>{t('生效日期')}</label>
            <Input
              id={`${id}e`}
              type="date"
              value={effectiveOn}
              onChange={(event) => setEffective(event.target.value)}
            />
          </>
        )}
      </div>
      <Refusal refusal={reply.refusal} />
    </Modal>
  )
}

export default ReplyDialog
