import { moveDate } from '@quanheng/contract/account'
import { useState } from 'react'
import { useCommand } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { notify } from '../../shared/notice/notices.ts'
import { sayDay } from '../../shared/time/time.ts'
import styles from './shell.module.css'

/** In the rehearsal world the day is a lever: every date on screen follows it. */
export const RehearsalDate = ({ date }: { readonly date: string }) => {
  const [chosen, setChosen] = useState(date)
  const move = useCommand(moveDate, {
    onDone: () => notify(t('演练日期已调到 {{day}}', { day: sayDay(chosen) })),
  })
  return (
    <form
      className={styles.rehearsal}
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen !== '') void move.run({ body: { date: chosen } })
      }}
    >
      <strong>{t('演练环境')}</strong>
      <label>
        <span className={styles.wideOnly}>{t('演练日期')}</span>
        <input
          type="date"
          aria-label={t('演练日期')}
          value={chosen}
          min={date}
          onChange={(event) => setChosen(event.target.value)}
          required
        />
      </label>
      {chosen !== date && (
        <button type="submit" disabled={move.pending}>
          {t('调整')}
        </button>
      )}
      {move.refusal && (
        <span role="alert" className={styles.rehearsalRefusal}>
          {move.refusal.message}
        </span>
      )}
    </form>
  )
}
