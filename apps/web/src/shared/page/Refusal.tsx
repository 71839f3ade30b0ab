import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { RefusedError } from '../api/refused.ts'
import { t } from '../i18n/t.ts'
import styles from './page.module.css'

export interface RefusalProps {
  readonly refusal: RefusedError | null | undefined
  /** A button that mends it or goes where it can be mended. */
  readonly act?: ReactNode
  /** Asks again; offered only where that may help. */
  readonly onRetry?: () => void
}

/** Why something was not carried out, read out at once; each further fault on its own line. */
export const Refusal = ({ refusal, act, onRetry }: RefusalProps) => (
  <div role="alert" className={refusal ? styles.refusal : styles.silent}>
    {refusal && (
      <>
        <p>{refusal.message}</p>
        {refusal.details.length > 0 && (
          <ul>
            {refusal.details.map((detail) => (
              <li key={`${detail.at}${detail.message}`}>{detail.message}</li>
            ))}
          </ul>
        )}
        {act}
        {onRetry && refusal.mayPass && (
          <Button size="small" onClick={onRetry}>
            {t('重试')}
          </Button>
        )}
      </>
    )}
  </div>
)
