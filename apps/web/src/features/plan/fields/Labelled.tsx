import { type ReactNode, useId } from 'react'
import styles from './plan.module.css'

interface Props {
  readonly label: string
  readonly wide?: boolean
  readonly children: (id: string) => ReactNode
}

/** A label over its control. */
export const Labelled = ({ label, wide, children }: Props) => {
  const id = useId()
  return (
    <div className={wide ? `${styles.field} ${styles.wide}` : styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
