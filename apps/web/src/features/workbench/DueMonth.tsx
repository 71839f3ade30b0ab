import type { ReplyOf } from '@quanheng/contract/route'
import { showDueMonth } from '@quanheng/contract/workbench'
import { weekdayOf } from '@quanheng/domain/kernel/local-date'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useQueryRoute } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { Icon } from '../../shared/icon/Icon.tsx'
import { useSession } from '../../shared/session/session.ts'
import { sayDay } from '../../shared/time/time.ts'
import styles from './workbench.module.css'

type Day = ReplyOf<typeof showDueMonth>['days'][number]

const shift = (month: string, by: 1 | -1): string => {
  const [year = 0, at = 1] = month.split('-').map(Number)
  const next = at + by
  if (next === 0) return `${year - 1}-12`
  return next === 13 ? `${year + 1}-01` : `${year}-${String(next).padStart(2, '0')}`
}

const heads = () => [t('一'), t('二'), t('三'), t('四'), t('五'), t('六'), t('日')]

const describe = (day: Day, isToday: boolean): string =>
  [
    sayDay(day.day),
    isToday ? t('今天') : '',
    day.working === false ? t('非工作日') : '',
    day.tasks > 0 ? t('{{count}} 件待办到期', { count: day.tasks }) : '',
    ...day.steps.map((step) => step.name),
  ]
    .filter(Boolean)
    .join(t('，'))

/** A step leads to its plan; one that several plans share, to the list of plans. */
const StepLink = ({ step: { name, plans } }: { readonly step: Day['steps'][number] }) => {
  const [only] = plans
  const titles = plans.map((plan) => plan.title).join('\n')
  if (only && plans.length === 1) {
    return (
      <Link to={only.link} title={titles}>
        {name}
      </Link>
    )
  }
  return (
    <Link to="/plans" title={titles}>
      {t('{{step}}（{{count}} 个方案）', { step: name, count: plans.length })}
    </Link>
  )
}

/** The month in working days; under it the steps of plans that are due, and how many tasks of mine. */
export const DueMonth = () => {
  const { today } = useSession()
  const [month, setMonth] = useState(today.slice(0, 7))
  const days = useQueryRoute(showDueMonth, { query: { month } }).data?.days ?? []
  const first = days[0]
  const due = days.filter((day) => day.steps.length > 0 || day.tasks > 0)
  return (
    <aside className={styles.calendar} aria-label={t('时限日历')}>
      <header>
        <button type="button" aria-label={t('上个月')} onClick={() => setMonth(shift(month, -1))}>
          <Icon name="left" />
        </button>
        <h2>{t('{{year}}年{{month}}月', { year: month.slice(0, 4), month: Number(month.slice(5)) })}</h2>
        <button type="button" aria-label={t('下个月')} onClick={() => setMonth(shift(month, 1))}>
          <Icon name="right" />
        </button>
      </header>
      <ol className={styles.grid}>
        {heads().map((head) => (
          <li key={head} className={styles.head} aria-hidden="true">
            {head}
          </li>
        ))}
        {days.map((day) => (
          <li
            key={day.day}
            aria-label={describe(day, day.day === today)}
            aria-current={day.day === today ? 'date' : undefined}
            data-off={day.working === false}
            data-due={day.steps.length > 0 || day.tasks > 0}
            style={day === first ? { gridColumnStart: weekdayOf(day.day) } : undefined}
          >
            {Number(day.day.slice(8))}
          </li>
        ))}
      </ol>
      {days.some((day) => day.working === null) && (
        <p className={styles.note}>{t('该年的节假日表未录入，未标注工作日。')}</p>
      )}
      <ul className={styles.due}>
        {due.map((day) => (
          <li key={day.day} data-past={day.day < today}>
            <time dateTime={day.day}>{day.day.slice(5)}</time>
            <div>
              {day.tasks > 0 && <strong>{t('{{count}} 件待办到期', { count: day.tasks })}</strong>}
              {day.steps.map((step) => (
                <StepLink key={step.name} step={step} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      {days.length > 0 && due.length === 0 && <p className={styles.note}>{t('本月没有到期的步骤。')}</p>}
    </aside>
  )
}
