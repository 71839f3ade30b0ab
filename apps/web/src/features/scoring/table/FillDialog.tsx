import { recordItems } from '@quanheng/contract/sheet'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../scoring.module.css'
import type { Sheet } from '../sheet.ts'
import { bodyOf, wordsOf } from './row-words.ts'

/** Data source and basis of every row that has none yet. Reasons of lost points are said row by row: no two units fail alike. */
const FillDialog = ({ sheet, onClose }: { readonly sheet: Sheet; readonly onClose: () => void }) => {
  const open = sheet.rows.filter((row) => row.fallen === null && (row.dataSource === '' || row.basis === null))
  const first = open[0] && wordsOf(sheet, open[0])
  const [dataSource, setSource] = useState(first?.dataSource ?? '')
  const [article, setArticle] = useState(first?.article ?? '')
  const record = useCommand(recordItems, {
    onDone: ({ rows }) => {
      notify(t('已填写 {{count}} 家', { count: rows.length }), 'done')
      onClose()
    },
  })
  const id = useId()
  const fill = () =>
    record.run({
      params: { sheetId: sheet.id },
      body: {
        rows: open.map((row) => {
          const words = wordsOf(sheet, row)
          const own = { ...words, deductions: row.deductions.length > 0 ? words.deductions : [] }
          return {
            itemId: row.itemId,
            ...bodyOf(row, {
              ...own,
              dataSource: row.dataSource || dataSource,
              article: row.basis === null ? article : own.article,
            }),
          }
        }),
      },
    })
  return (
    <Modal
      open
      title={t('批量填写数据来源和评分依据')}
      okText={t('填写 {{count}} 家', { count: open.length })}
      cancelText={t('取消')}
      okButtonProps={{ disabled: open.length === 0 || dataSource.trim() === '' || article.trim() === '' }}
      confirmLoading={record.pending}
      onOk={fill}
      onCancel={onClose}
    >
      <p className={styles.note}>{t('只填写尚未填写的单位，已填写的不改动；扣分理由须逐家填写。')}</p>
      <div className={styles.fields}>
        <label htmlFor={`${id}s`}>{t('数据来源')}</label>
        <Input id={`${id}s`} value={dataSource} maxLength={500} onChange={(event) => setSource(event.target.value)} />
        <label htmlFor={`${id}a`}>{t('评分依据（条款）')}</label>
        <Input id={`${id}a`} value={article} maxLength={200} onChange={(event) => setArticle(event.target.value)} />
      </div>
      <Refusal refusal={record.refusal} />
    </Modal>
  )
}

export default FillDialog
