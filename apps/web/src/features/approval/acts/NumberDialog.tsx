import { drawNumber, registerNumber } from '@quanheng/contract/approval'
import { listBooks } from '@quanheng/contract/number-book'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../approval.module.css'
import type { Approval } from '../approval.ts'
import { OpenBook } from '../books/OpenBook.tsx'

/** 编号: as the OA gave it, or the next one of the unit's own book, which has no gap. */
const NumberDialog = ({ approval, onClose }: { readonly approval: Approval; readonly onClose: () => void }) => {
  const [way, setWay] = useState('oa')
  const [documentNumber, setDocumentNumber] = useState('')
  const books = useQueryRoute(listBooks, {}).data?.rows ?? []
  const register = useCommand(registerNumber, { onDone: onClose })
  const draw = useCommand(drawNumber, { onDone: onClose })
  const params = { approvalId: approval.id }
  const body = { version: approval.version }
  const id = useId()
  return (
    <Modal
      open
      title={t('编号：{{title}}', { title: approval.title })}
      okText={way === 'oa' ? t('登记发文字号') : t('按登记簿编号')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: way === 'oa' && documentNumber.trim() === '' }}
      confirmLoading={register.pending || draw.pending}
      onOk={() =>
        way === 'oa'
          ? register.run({ params, body: { ...body, documentNumber } })
          : draw.run({ params, body: { ...body, bookId: way } })
      }
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.words}>
        <Radio.Group value={way} onChange={(event) => setWay(event.target.value)}>
          <Radio value="oa">{t('登记 OA 编发的文号')}</Radio>
          {books.map((book) => (
            <Radio key={book.id} value={book.id}>
              {t('按登记簿取下一号：{{number}}', { number: book.next })}
            </Radio>
          ))}
        </Radio.Group>
      </div>
      {way === 'oa' && (
        <div className={styles.field}>
          <label htmlFor={`${id}n`}>{t('发文字号')}</label>
          <Input
            id={`${id}n`}
            value={documentNumber}
            maxLength={100}
            placeholder={t('机关代字〔年份〕序号，六角括号')}
            onChange={(event) => setDocumentNumber(event.target.value)}
          />
        </div>
      )}
      <OpenBook />
      <Refusal refusal={register.refusal ?? draw.refusal} />
    </Modal>
  )
}

export default NumberDialog
