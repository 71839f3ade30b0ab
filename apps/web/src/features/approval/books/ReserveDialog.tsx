import { listBooks, reserveNumber } from '@quanheng/contract/number-book'
import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../approval.module.css'
import { OpenBook } from './OpenBook.tsx'

/** 预留文号: the next number of a book for a paper made outside the platform; or a book for a code that has none. */
export const ReserveDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const books = useQueryRoute(listBooks, {}).data?.rows ?? []
  const [chosen, choose] = useState<string>()
  const [title, setTitle] = useState('')
  const act = useCommand(reserveNumber, { onDone: onClose })
  const bookId = chosen ?? books[0]?.id
  const id = useId()
  return (
    <Modal
      open
      title={t('预留文号')}
      okText={t('预留')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: bookId === undefined || title.trim() === '' }}
      confirmLoading={act.pending}
      onOk={() => bookId !== undefined && act.run({ params: { bookId }, body: { title } })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.field}>
        <label htmlFor={`${id}b`}>{t('登记簿')}</label>
        <Select
          id={`${id}b`}
          {...(bookId !== undefined && { value: bookId })}
          placeholder={t('还没有登记簿，请先在下方设立')}
          onChange={choose}
          options={books.map((book) => ({
            value: book.id,
            label: t('{{code}}〔{{year}}〕，下一号 {{next}}', { code: book.code, year: book.year, next: book.next }),
          }))}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}t`}>{t('文件标题')}</label>
        <Input id={`${id}t`} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
      </div>
      <p className={styles.soft}>{t('取号后不能退回：不用的号写明原因作废，留在登记簿中。')}</p>
      <OpenBook onOpened={choose} />
      <Refusal refusal={act.refusal} />
    </Modal>
  )
}
