import { type ReactNode, useId } from 'react'
import styles from './collection.module.css'

interface Props {
  readonly label: string
  readonly help?: string
  readonly wide?: boolean
  readonly children: (id: string) => ReactNode
}

/** A control with its name above it. */
export const Labelled = ({ label, help, wide = false, children }: Props) => {
  const id = useId()
  return (
    <div className={wide ? `${styles.label} ${styles.wide}` : styles.label}>
      <label htmlFor={id} className={styles.labelName}>
        {label}
      </label>
      {help && <span className={styles.soft}>{help}</span>}
      {children(id)}
    </div>
  )
}
