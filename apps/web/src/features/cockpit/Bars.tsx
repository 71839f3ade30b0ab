import styles from './cockpit.module.css'

export interface Bar {
  readonly key: string
  readonly name: string
  readonly length: number
  /** What the bar says in words; the bar only repeats it. */
  readonly says: string
}

/** Bars with their words beside them, all against the longest, or against `whole`. Plain markup: they print and are read aloud. */
export const Bars = ({ bars, whole }: { readonly bars: readonly Bar[]; readonly whole?: number }) => {
  const most = whole ?? Math.max(1, ...bars.map(({ length }) => length))
  return (
    <dl className={styles.bars}>
      {bars.map(({ key, name, length, says }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>
            <span className={styles.track}>
              <span className={styles.bar} style={{ width: `${most === 0 ? 0 : (length / most) * 100}%` }} />
            </span>
            <span className={styles.says}>{says}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
