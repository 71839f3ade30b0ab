import { saveSelfReview } from '@quanheng/contract/self-review'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import styles from '../result.module.css'
import type { ReviewRow, SelfReview } from './self-review.ts'

interface Written {
  readonly points: string
  readonly reason: string
}

const columns = (
  written: (row: ReviewRow) => Written,
  onWrite: (row: ReviewRow, more: Partial<Written>) => void,
): readonly Column<ReviewRow>[] => [
  { key: 'name', title: t('指标'), width: 220, render: ({ name }) => name },
  { key: 'full', title: t('满分'), figure: true, render: ({ fullMark }) => fullMark },
  {
    key: 'self',
    title: t('自评分'),
    width: 110,
    render: (row) => (
      <Input
        aria-label={t('{{name}} 自评分', { name: row.name })}
        inputMode="decimal"
        value={written(row).points}
        onChange={(event) => onWrite(row, { points: event.target.value })}
      />
    ),
  },
  {
    key: 'reason',
    title: t('自评扣分理由'),
    width: 420,
    render: (row) => (
      <Input
        aria-label={t('{{name}} 自评扣分理由', { name: row.name })}
        maxLength={500}
        value={written(row).reason}
        onChange={(event) => onWrite(row, { reason: event.target.value })}
      />
    ),
  },
]

/** What the unit writes, saved half filled or whole; read again by whoever signs. */
export const Editor = ({ review }: { readonly review: SelfReview }) => {
  const [rows, setRows] = useState<ReadonlyMap<string, Written>>(
    new Map(review.rows.map(({ itemId, self, reason }) => [itemId, { points: self ?? '', reason }])),
  )
  const [report, setReport] = useState(review.report)
  const save = useCommand(saveSelfReview, { onDone: () => notify(t('已保存'), 'done') })
  const id = useId()
  const { planId, unitId, version } = review
  const written = ({ itemId }: ReviewRow): Written => rows.get(itemId) ?? { points: '', reason: '' }
  const write = (row: ReviewRow, more: Partial<Written>) =>
    setRows(new Map([...rows, [row.itemId, { ...written(row), ...more }]]))
  const lines = review.rows.map((row) => ({ itemId: row.itemId, ...written(row) }))
  return (
    <Section title={t('填写自查自评')}>
      <div className={styles.reason}>
        <Sheet
          caption={t('自查自评表')}
          columns={columns(written, write)}
          rows={review.rows}
          rowKey={({ itemId }) => itemId}
        />
        <label htmlFor={id}>{t('自评报告')}</label>
        <Input.TextArea
          id={id}
          rows={6}
          maxLength={20000}
          placeholder={t('完成情况、未完成的事项和原因')}
          value={report}
          onChange={(event) => setReport(event.target.value)}
        />
        <Refusal refusal={save.refusal} />
        <div>
          <Button
            type="primary"
            loading={save.pending}
            onClick={() => void save.run({ params: { planId }, body: { unitId, version, rows: lines, report } })}
          >
            {t('保存')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
