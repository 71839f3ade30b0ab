import { t } from '../i18n/t.ts'
import styles from './figure.module.css'
import { toPlaces } from './to-places.ts'

export interface FigureProps {
  /** Exact text: decimal, or `p/q` when the decimal never ends. `null` is missing, which is not zero. */
  readonly value: string | null
  /** Left out where the column header already has it. */
  readonly unit?: string
  /** Places shown; the exact value is then in the tooltip. Rounded half up for show only, never for a score. */
  readonly places?: number
  /** Writes + before a gain. */
  readonly sign?: boolean
}

/** A figure with its unit; a missing one says 缺, with the word for those who cannot see its colour. */
export const Figure = ({ value, unit, places, sign }: FigureProps) => {
  if (value === null) {
    return (
      <span className={styles.missing} title={t('尚无数据')}>
        {t('缺')}
      </span>
    )
  }
  const shown = places === undefined ? value : toPlaces(value, places)
  const signed = sign && !shown.startsWith('-') && Number(shown) !== 0 ? `+${shown}` : shown
  return (
    <span className={styles.figure} title={shown === value ? undefined : value}>
      {signed.replace('-', '−')}
      {unit && <small>{unit}</small>}
    </span>
  )
}
