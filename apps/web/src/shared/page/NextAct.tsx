import type { ReactNode } from 'react'
import { t } from '../i18n/t.ts'
import styles from './page.module.css'

export interface NextActProps {
  /** `mine`: this person acts. `others`: somebody else does. `stopped`: something must be settled first. `done`: nothing is. */
  readonly turn: 'mine' | 'others' | 'stopped' | 'done'
  readonly children: ReactNode
  /** The button that does it or goes there. */
  readonly act?: ReactNode
}

const words = (turn: NextActProps['turn']): string =>
  ({ mine: t('下一步'), others: t('等待'), stopped: t('须先处理'), done: t('已办结') })[turn]

/** First thing on an object page: the next act of this person, or who acts next and until when. */
export const NextAct = ({ turn, children, act }: NextActProps) => (
  <section className={styles.next} data-turn={turn} aria-label={t('下一步')}>
    <strong>{words(turn)}</strong>
    <div className={styles.nextText}>{children}</div>
    {act}
  </section>
)
