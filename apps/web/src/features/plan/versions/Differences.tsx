import { comparePlan } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { useEditor } from '../editor/editor.ts'
import styles from '../fields/plan.module.css'
import { sayValue } from './say-value.ts'

type Change = ReplyOf<typeof comparePlan>['changes'][number]
type Field = keyof typeof zhCNLabels.planField

const isField = (field: string): field is Field => Object.hasOwn(zhCNLabels.planField, field)

const what = (change: Change): string => {
  const field = change.field === undefined ? '' : isField(change.field) ? word('planField', change.field) : change.field
  return [change.name, field].filter(Boolean).join(' · ')
}

/** Every difference between two versions, part by part. */
export const Differences = ({ from, to }: { readonly from: number; readonly to: number | undefined }) => {
  const { plan, nameOf } = useEditor()
  const asked = useQueryRoute(comparePlan, { params: { planId: plan.id }, query: { from, ...(to && { to }) } })
  const names = asked.data?.names ?? {}
  const say = (value: unknown) => sayValue(value, (id) => names[id] ?? nameOf(id))
  return (
    <>
      <Refusal refusal={asked.error} onRetry={asked.refetch} />
      <Sheet
        caption={t('版本比对')}
        rows={asked.data?.changes ?? []}
        rowKey={(row) => `${row.at}${row.field ?? ''}`}
        stale={asked.isFetching}
        columns={[
          { key: 'part', title: t('部分'), render: (row) => word('planPart', row.part) },
          { key: 'what', title: t('改了什么'), width: 220, render: (row) => names[what(row)] ?? what(row) },
          {
            key: 'before',
            title: t('原来'),
            width: 280,
            render: (row) =>
              row.before === undefined ? (
                <em>{t('（新增）')}</em>
              ) : (
                <span className={styles.diff}>{say(row.before)}</span>
              ),
          },
          {
            key: 'after',
            title: t('现在'),
            width: 280,
            render: (row) =>
              row.after === undefined ? (
                <em>{t('（删去）')}</em>
              ) : (
                <span className={styles.diff}>{say(row.after)}</span>
              ),
          },
        ]}
        empty={asked.data ? t('两版内容相同。') : t('正在读取…')}
      />
    </>
  )
}
