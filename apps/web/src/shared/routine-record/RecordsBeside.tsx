import type { ReplyOf } from '@quanheng/contract/route'
import { listRoutineRecords } from '@quanheng/contract/routine-record'
import { Link } from '@tanstack/react-router'
import { useQueryRoute } from '../api/hooks.ts'
import { t } from '../i18n/t.ts'
import { word } from '../i18n/word.ts'

type Line = ReplyOf<typeof listRoutineRecords>['rows'][number]

const sayProposed = ({ effect, points }: Line): string =>
  points === null
    ? word('routineEffect', effect)
    : t('{{effect}} {{points}} 分', { effect: word('routineEffect', effect), points })

interface Props {
  readonly planId: string
  readonly leafKey: string
  readonly unitId: string
}

/** 平时记录 of one unit's item, beside its score: what was confirmed and told, and what the unit denies. Nothing where there is none. */
export const RecordsBeside = ({ planId, leafKey, unitId }: Props) => {
  const asked = useQueryRoute(listRoutineRecords, { query: { planId, leafKey, unitId, page: 1, size: 50 } })
  const rows = (asked.data?.rows ?? []).filter(({ state }) => state !== 'draft' && state !== 'submitted')
  if (rows.length === 0) return null
  return (
    <section aria-label={t('平时记录')}>
      <h3>{t('平时记录（{{count}} 条）', { count: rows.length })}</h3>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={'/routine-records/$routineRecordId' as never} params={{ routineRecordId: row.id } as never}>
              {t('{{day}} {{happening}}', { day: row.happenedOn, happening: row.happening })}
            </Link>
            {t('（{{effect}}，{{state}}）', { effect: sayProposed(row), state: word('routineRecordState', row.state) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
