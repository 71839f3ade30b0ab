import { t } from '../i18n/t.ts'
import styles from './state.module.css'

export type LightColour = 'green' | 'yellow' | 'red'

export interface LightProps {
  readonly colour: LightColour
  /** Instead of the usual word, e.g. 滞后 12%. */
  readonly word?: string
}

const usual = (colour: LightColour): string => ({ green: t('正常'), yellow: t('预警'), red: t('滞后') })[colour]

/** Progress light: circle, triangle or square, and always the word. */
export const Light = ({ colour, word }: LightProps) => (
  <span className={styles.light} data-colour={colour}>
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {colour === 'green' && <circle cx="6" cy="6" r="5" />}
      {colour === 'yellow' && <path d="M6 0.5 11.8 11H0.2z" />}
      {colour === 'red' && <rect x="1" y="1" width="10" height="10" />}
    </svg>
    {word ?? usual(colour)}
  </span>
)
