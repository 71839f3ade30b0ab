import styles from '../result.module.css'

/** Share of the full marks as a tiny bar beside the figure; the figure says it, the bar only repeats it. */
export const Bar = ({ points, fullMark }: { readonly points: string; readonly fullMark: string }) => (
  <span aria-hidden className={styles.bar}>
    <span style={{ inlineSize: `${Math.max(0, Math.min(100, (Number(points) / Number(fullMark)) * 100))}%` }} />
  </span>
)
