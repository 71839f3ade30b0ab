import { Link } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import styles from './guide.module.css'
import type { GuideStep } from './guide-step.ts'

interface Props {
  readonly steps: readonly GuideStep[]
  /** Whether this person has such a post, so that the page opens. */
  readonly mine: boolean
  readonly onGo?: () => void
}

/** Steps in order: what to do, how one sees that it is done, and the way there. */
export const GuideSteps = ({ steps, mine, onGo }: Props) => (
  <ol className={styles.steps}>
    {steps.map((step) => (
      <li key={`${step.to} ${step.ability}`}>
        <p>
          {step.act()}
          {mine && (
            <Link to={step.to} onClick={onGo}>
              {t('去办')}
            </Link>
          )}
        </p>
        <p className={styles.done}>{t('办成了：{{sign}}', { sign: step.done() })}</p>
      </li>
    ))}
  </ol>
)
