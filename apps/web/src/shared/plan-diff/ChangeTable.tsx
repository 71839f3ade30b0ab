import type { comparePlan } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import type { SettingName } from '@quanheng/domain/plan/settings'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import { t } from '../i18n/t.ts'
import { word } from '../i18n/word.ts'
import { Sheet } from '../table/Sheet.tsx'
import styles from './plan-diff.module.css'
import { sayValue } from './say-value.ts'

type Compared = ReplyOf<typeof comparePlan>
export type Change = Compared['changes'][number]
type Field = keyof typeof zhCNLabels.planField

const isField = (field: string): field is Field => Object.hasOwn(zhCNLabels.planField, field)

const isSetting = (field: string): field is SettingName => Object.hasOwn(zhCNLabels.setting, field)

const fieldWord = ({ part, field = '' }: Change): string => {
  if (part === 'settings' && isSetting(field)) return word('setting', field)
  return isField(field) ? word('planField', field) : field
}

const what = (change: Change): string => [change.name, fieldWord(change)].filter(Boolean).join(' · ')

interface Props {
  readonly compared: Compared | undefined
  readonly stale: boolean
  /** Names beyond those that the reply brings. */
  readonly nameOf?: (id: string) => string
  /** What the page has better words for than the plain value. */
  readonly sayChange?: (change: Change, side: unknown) => string | undefined
}

/** Every difference between two plans, part by part. */
export const ChangeTable = ({ compared, stale, nameOf = () => '', sayChange }: Props) => {
  const names = compared?.names ?? {}
  const say = (change: Change, side: unknown) =>
    sayChange?.(change, side) ?? sayValue(side, (id) => names[id] ?? nameOf(id))
  return (
    <Sheet
      caption={t('版本比对')}
      rows={compared?.changes ?? []}
      rowKey={(row) => `${row.at}${row.field ?? ''}`}
      stale={stale}
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
              <span className={styles.value}>{say(row, row.before)}</span>
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
              <span className={styles.value}>{say(row, row.after)}</span>
            ),
        },
      ]}
      empty={compared ? t('两版内容相同。') : t('正在读取…')}
    />
  )
}
