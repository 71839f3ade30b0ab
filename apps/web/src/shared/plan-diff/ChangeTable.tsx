import type { comparePlan } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import { t } from '../i18n/t.ts'
import { word } from '../i18n/word.ts'
import { Sheet } from '../table/Sheet.tsx'
import styles from './plan-diff.module.css'
import { type Change, type Side, sayChange, sayWhat } from './say-change.ts'

type Compared = ReplyOf<typeof comparePlan>

interface Props {
  readonly compared: Compared | undefined
  readonly stale: boolean
  /** Names beyond those that the reply brings. */
  readonly nameOf?: (id: string) => string
}

/** Every difference between two plans, part by part. */
export const ChangeTable = ({ compared, stale, nameOf = () => '' }: Props) => {
  const names = compared?.names ?? {}
  const named = (id: string) => names[id] ?? nameOf(id)
  const say = (change: Change, side: Side) => sayChange(change, side, named)
  return (
    <Sheet
      caption={t('版本比对')}
      rows={compared?.changes ?? []}
      rowKey={(row) => `${row.at}${row.field ?? ''}`}
      stale={stale}
      columns={[
        { key: 'part', title: t('部分'), render: (row) => word('planPart', row.part) },
        { key: 'what', title: t('改了什么'), width: 220, render: (row) => sayWhat(row, named) },
        {
          key: 'before',
          title: t('原来'),
          width: 280,
          render: (row) =>
            row.before === undefined ? (
              <em>{t('（新增）')}</em>
            ) : (
              <span className={styles.value}>{say(row, 'before')}</span>
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
              <span className={styles.value}>{say(row, 'after')}</span>
            ),
        },
      ]}
      empty={compared ? t('两版内容相同。') : t('正在读取…')}
    />
  )
}
