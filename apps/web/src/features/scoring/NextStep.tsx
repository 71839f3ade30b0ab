import { listVerifications } from '@quanheng/contract/verification'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useQueryRoute } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { NextAct } from '../../shared/page/NextAct.tsx'
import { sayDay } from '../../shared/time/time.ts'
import { sayBlocker } from '../../shared/why/say.ts'
import styles from './scoring.module.css'
import { type Blocker, lacksReason, type Sheet, sayNext } from './sheet.ts'

const fewest = 3

/** The units that something concerns: all of them, a few by name, or how many. */
const unitsOf = (sheet: Sheet, blockers: readonly Blocker[]): string => {
  const names = sheet.rows.filter((row) => blockers.some(({ at }) => at === row.unitId)).map((row) => row.unitName)
  if (names.length === sheet.units && names.length > 1) return t('全部 {{count}} 家', { count: names.length })
  if (names.length <= fewest) return names.join('、')
  return t('{{names}} 等 {{count}} 家', { names: names.slice(0, 2).join('、'), count: names.length })
}

/** What blocks the next act, each kind once with the units that it concerns, and who owes the missing figures. */
const Blockers = ({ sheet }: { readonly sheet: Sheet }) => {
  const kinds = [...Map.groupBy(sheet.blockers, sayBlocker)]
  const owed = new Set(
    sheet.rows.flatMap((row) =>
      row.figures
        .filter((figure) => figure.value === null && figure.owedBy)
        .map((figure) => (figure.dueOn ? `${figure.owedBy}（${figure.dueOn}）` : (figure.owedBy ?? ''))),
    ),
  )
  return (
    <ul className={styles.blockers}>
      {kinds.map(([said, blockers]) => (
        <li key={said}>
          {said}
          <span className={styles.units}>{unitsOf(sheet, blockers)}</span>
        </li>
      ))}
      {sheet.blockers.some(({ code }) => code === 'sheet.dataOpen') && (
        <li>
          <Link to={'/collection' as never}>{t('到数据采集关闭数据')}</Link>
        </li>
      )}
      {owed.size > 0 && <li>{t('待报送：{{who}}', { who: [...owed].join('、') })}</li>}
    </ul>
  )
}

const afterSigning = ({ state }: Sheet): string => {
  if (state === 'toVerify') return t('正在现场核验，核验办结后进入汇总。')
  if (state === 'verified') return t('签字和核验均已办结，由归口科室汇总锁定。')
  return state === 'aggregated' ? t('已汇总，列入锁定版。') : word('sheetState', state)
}

/** The page on which the sheet goes on. */
const Onward = ({ sheet }: { readonly sheet: Sheet }) => {
  const verifying = sheet.state === 'toVerify'
  const asked = useQueryRoute(listVerifications, { query: { q: sheet.leafName, size: 200 } }, { enabled: verifying })
  const found = asked.data?.rows.find(({ sheetId }) => sheetId === sheet.id)?.verificationId
  if (!verifying) return <Link to={`/results/${sheet.planId}` as never}>{t('查看结果')}</Link>
  return found ? <Link to={`/verification/${found}` as never}>{t('查看现场核验')}</Link> : null
}

/** Progress, what blocks signing, and whose turn it is. */
export const NextStep = ({ sheet, act }: { readonly sheet: Sheet; readonly act: ReactNode }) => {
  const progress = t('已齐备 {{ready}}/{{units}}', { ready: sheet.ready, units: sheet.units })
  const until = sheet.due === null ? '' : t('时限 {{day}}', { day: sayDay(sheet.due) })
  const stopped = sheet.blockers.length > 0
  const reasons = sheet.rows.filter(lacksReason).length
  const turn = sheet.mine ? (stopped && sheet.may.includes('sign') ? 'stopped' : 'mine') : 'others'
  if (sheet.next === null)
    return (
      <NextAct turn={sheet.state === 'aggregated' ? 'done' : 'others'} act={<Onward sheet={sheet} />}>
        {afterSigning(sheet)}
      </NextAct>
    )
  return (
    <NextAct turn={turn} act={sheet.mine && act}>
      <p className={styles.nextLine}>
        <strong>{progress}</strong>
        <span>{sayNext(sheet.next)}</span>
        <span>{until}</span>
        {sheet.mine && reasons > 0 && <span>{t('还有 {{reasons}} 家未写依据或理由', { reasons })}</span>}
      </p>
      {stopped && <Blockers sheet={sheet} />}
    </NextAct>
  )
}
