import { Link } from '@tanstack/react-router'
import { t } from '../../../shared/i18n/t.ts'
import { words } from '../../../shared/i18n/word.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { sayNobody } from '../../../shared/people/nobody.ts'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import styles from '../result.module.css'
import { type Blocker, type PlanResult, sayBlocker, sayPeople } from '../result.ts'

/** Where the object at fault stands, in a word. */
const stateOf = ({ params }: Blocker): string => {
  return params.state ? words('sheetState', params.state) : ''
}

const columns = (planId: string): readonly Column<Blocker>[] => [
  {
    key: 'what',
    title: t('事项'),
    width: 240,
    render: (row) => (
      <>
        {row.code.startsWith('feedback.') ? (
          <Link to={`/feedback/${planId}` as never}>{t('初评反馈')}</Link>
        ) : row.sheetId === null ? (
          row.what
        ) : (
          <Link to={`/scoring/${row.sheetId}` as never}>{row.what}</Link>
        )}
        {row.params.by === 'recusal' && (
          <small className={styles.substitute}>{t('回避替代：{{scorer}}', { scorer: row.params.scorer ?? '' })}</small>
        )}
      </>
    ),
  },
  { key: 'state', title: t('目前状态'), render: stateOf },
  { key: 'why', title: t('为什么不能锁定'), width: 300, render: sayBlocker },
  {
    key: 'people',
    title: t('由谁办理'),
    width: 200,
    render: (row) => {
      if (row.people.length > 0) return sayPeople(row.people, true)
      return row.sheetId === null ? t('待定') : sayNobody()
    },
  },
]

/** 锁定前检查: everything that is missing, with who owes it. */
export const Blockers = ({ result }: { readonly result: PlanResult }) => {
  // Owed reports stand in the register, right below.
  const rows = result.blockers.filter(({ code }) => code !== 'freeze.reportsOwed')
  if (rows.length === 0) return null
  return (
    <Section title={t('锁定前检查')}>
      <Sheet
        caption={t('锁定前检查')}
        columns={columns(result.id)}
        rows={rows}
        rowKey={(row) => `${row.code}${row.sheetId ?? ''}${row.what}`}
      />
    </Section>
  )
}
