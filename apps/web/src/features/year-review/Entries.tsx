import { dropEntry } from '@quanheng/contract/year-review'
import { reviewEntryKinds } from '@quanheng/domain/year-review/model'
import { Button } from 'antd'
import { useCommand } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Refusal } from '../../shared/page/Refusal.tsx'
import type { Column } from '../../shared/table/column.ts'
import { Sheet } from '../../shared/table/Sheet.tsx'
import styles from '../../shared/work/work.module.css'
import type { Entry, Review } from './review.ts'

const sayText = ({ text, wanted }: Entry): string =>
  wanted === null ? text : `${text}\n${t('下年方案：{{wanted}}', { wanted })}`

const sayAnswer = ({ answer }: Entry): string => {
  if (answer === null) return t('未登记')
  const outcome = word('answerOutcome', answer.outcome)
  return answer.reason === '' ? outcome : t('{{kind}}：{{words}}', { kind: outcome, words: answer.reason })
}

/** What was brought, kind by kind, each with what became of it. */
export const Entries = ({ review }: { readonly review: Review }) => {
  const drop = useCommand(dropEntry)
  const columns: readonly Column<Entry>[] = [
    { key: 'unit', title: t('单位'), width: 180, render: (row) => `${row.unitName}${row.sectionName}` },
    { key: 'by', title: t('提出人'), render: (row) => row.by },
    { key: 'node', title: t('指标'), width: 150, render: (row) => row.nodeName ?? t('全年工作') },
    {
      key: 'text',
      title: t('内容'),
      width: 320,
      render: (row) => <span className={styles.words}>{sayText(row)}</span>,
    },
    { key: 'answer', title: t('采纳情况'), width: 140, render: sayAnswer },
    {
      key: 'drop',
      title: t('办理'),
      render: (row) =>
        row.own && (
          <Button
            size="small"
            type="link"
            loading={drop.pending}
            onClick={() => void drop.run({ params: { reviewId: review.id, entryId: row.id }, body: {} })}
          >
            {t('撤回')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <Refusal refusal={drop.refusal} />
      {review.lines.length === 0 && <p>{t('没有可看的意见：征集期间只看得到本单位提出的，审定后看得到采纳的。')}</p>}
      {reviewEntryKinds.map((kind) => {
        const rows = review.lines.filter((line) => line.kind === kind)
        return (
          rows.length > 0 && (
            <div key={kind} className={styles.after}>
              <h3>{t('{{title}}（{{count}} 项）', { title: word('reviewEntryKind', kind), count: rows.length })}</h3>
              <Sheet caption={word('reviewEntryKind', kind)} columns={columns} rows={rows} rowKey={(row) => row.id} />
            </div>
          )
        )
      })}
    </>
  )
}
