import { t } from '../../../shared/i18n/t.ts'
import styles from '../collection.module.css'

export interface Counts {
  readonly report: number
  readonly confirm: number
  readonly close: number
  readonly overdue: number
}

export type Turn = 'report' | 'confirm' | 'close'

interface Props {
  readonly counts: Counts | undefined
  readonly turn: Turn | undefined
  readonly overdue: boolean
  readonly onChoose: (turn: Turn | undefined, overdue: boolean) => void
}

/** What waits for me, each with its count; 全部 shows everything my posts may see. */
export const Turns = ({ counts, turn, overdue, onChoose }: Props) => {
  const tabs: readonly { readonly turn: Turn; readonly label: string; readonly count: number }[] = [
    { turn: 'report', label: t('待我报送'), count: counts?.report ?? 0 },
    { turn: 'confirm', label: t('待我确认'), count: counts?.confirm ?? 0 },
    { turn: 'close', label: t('待我关闭'), count: counts?.close ?? 0 },
  ]
  return (
    <fieldset className={styles.turns} aria-label={t('按办理事项筛选')}>
      <button type="button" aria-pressed={turn === undefined && !overdue} onClick={() => onChoose(undefined, false)}>
        {t('全部')}
      </button>
      {tabs
        .filter((tab) => tab.count > 0 || tab.turn === turn)
        .map((tab) => (
          <button
            key={tab.turn}
            type="button"
            aria-pressed={turn === tab.turn}
            onClick={() => onChoose(tab.turn, false)}
          >
            {tab.label}
            <strong>{tab.count}</strong>
          </button>
        ))}
      {((counts?.overdue ?? 0) > 0 || overdue) && (
        <button type="button" data-stop="true" aria-pressed={overdue} onClick={() => onChoose(undefined, true)}>
          {t('逾期未报')}
          <strong>{counts?.overdue ?? 0}</strong>
        </button>
      )}
    </fieldset>
  )
}
