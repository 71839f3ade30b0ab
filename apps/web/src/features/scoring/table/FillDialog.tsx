import { recordItems } from '@quanheng/contract/sheet'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../scoring.module.css'
import type { Sheet } from '../sheet.ts'
import { bodyOf, needsReason, reasonOf, wordsOf } from './row-words.ts'

/**
 * Data source and basis of every row that has none yet and, where one sentence fits many, the reason for their lost points:
 * it is typed here, never proposed, and carries each unit's own figures.
 */
const FillDialog = ({ sheet, onClose }: { readonly sheet: Sheet; readonly onClose: () => void }) => {
  const [sentence, setSentence] = useState('')
  const standing = sheet.rows.filter((row) => row.fallen === null)
  const unexplained = standing.filter(needsReason)
  const isSaid = sentence.trim() !== ''
  const open = standing.filter(
    (row) => row.dataSource === '' || row.basis === null || (isSaid && unexplained.includes(row)),
  )
  const known = new Set(open.map((row) => wordsOf(sheet, row).dataSource))
  const [dataSource, setSource] = useState(known.size === 1 ? ([...known][0] ?? '') : '')
  const [article, setArticle] = useState((open[0] && wordsOf(sheet, open[0]).article) ?? '')
  /** Left empty, each unit's figures keep their own source. */
  const eachKnown = dataSource.trim() !== '' || !known.has('')
  const record = useCommand(recordItems, {
    onDone: ({ rows }) => {
      notify(t('已填写 {{count}} 家', { count: rows.length }), 'done')
      onClose()
    },
  })
  const id = useId()
  const [example] = unexplained
  const fill = () =>
    record.run({
      params: { sheetId: sheet.id },
      body: {
        rows: open.map((row) => {
          const words = wordsOf(sheet, row)
          const deductions =
            isSaid && unexplained.includes(row)
              ? words.deductions.map((one) => ({ ...one, reason: reasonOf(row, sentence) }))
              : row.deductions.length > 0
                ? words.deductions
                : []
          const own = { ...words, deductions }
          return {
            itemId: row.itemId,
            ...bodyOf(row, {
              ...own,
              dataSource: row.dataSource || dataSource.trim() || words.dataSource,
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
      okButtonProps={{ disabled: open.length === 0 || !eachKnown || article.trim() === '' }}
      confirmLoading={record.pending}
      onOk={fill}
      onCancel={onClose}
    >
      <p className={styles.note}>{t('只填写尚未填写的单位，已填写的不改动。')}</p>
      <div className={styles.fields}>
        <label htmlFor={`${id}s`}>{t('数据来源')}</label>
        <Input
          id={`${id}s`}
          value={dataSource}
          maxLength={500}
          {...(known.size > 1 && !known.has('') && { placeholder: t('留空则各写各单位数据的填报来源') })}
          onChange={(event) => setSource(event.target.value)}
        />
        <label htmlFor={`${id}a`}>{t('评分依据（条款）')}</label>
        <Input id={`${id}a`} value={article} maxLength={200} onChange={(event) => setArticle(event.target.value)} />
        {example && (
          <>
            <label htmlFor={`${id}r`}>{t('扣分理由（选填）')}</label>
            <Input.TextArea
              id={`${id}r`}
              rows={2}
              maxLength={2000}
              placeholder={t('例如：全年新增{实际完成}家，任务{目标值}家')}
              value={sentence}
              onChange={(event) => setSentence(event.target.value)}
            />
          </>
        )}
      </div>
      {example && (
        <p className={styles.note}>
          {isSaid
            ? t('如{{unit}}：{{reason}}', { unit: example.unitName, reason: reasonOf(example, sentence) })
            : t(
                '{{count}} 家有扣分未写理由。理由相同的在此写一句，花括号处换成各单位自己的数；不同的留空，逐家填写。',
                {
                  count: unexplained.length,
                },
              )}
        </p>
      )}
      <Refusal refusal={record.refusal} />
    </Modal>
  )
}

export default FillDialog
