import type { ReactNode } from 'react'
import styles from './page.module.css'

export interface FactsProps {
  readonly items: readonly { readonly label: string; readonly value: ReactNode }[]
}

/** Label and value pairs of one object, in columns that fold on a narrow screen. */
export const Facts = ({ items }: FactsProps) => (
  <dl className={styles.facts}>
    {items.map((item) => (
      <div key={item.label}>
        <dt>{item.label}</dt>
        <dd>{item.value}</dd>
      </div>
    ))}
  </dl>
)
