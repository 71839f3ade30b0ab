import type { ReactNode } from 'react'
import type { RefusedError } from '../api/refused.ts'
import styles from './page.module.css'

export interface RefusalProps {
  readonly refusal: RefusedError | null | undefined
  /** A button that mends it or goes where it can be mended. */
  readonly act?: ReactNode
}

/** Why something was not carried out, read out at once; each further fault on its own line. */
export const Refusal = ({ refusal, act }: RefusalProps) => (
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
      </>
    )}
  </div>
)
