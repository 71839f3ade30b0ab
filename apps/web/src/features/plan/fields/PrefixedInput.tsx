import { Input } from 'antd'
import styles from './plan.module.css'

interface Props {
  readonly label: string
  /** Which of several, for those who listen; begins or ends with the label. */
  readonly name?: string
  readonly value: string
  readonly width?: number | undefined
  readonly placeholder?: string | undefined
  readonly onChange: (value: string) => void
}

/** A box that begins with its own label, where a row has no room above it. */
export const PrefixedInput = ({ label, name = label, value, width, placeholder, onChange }: Props) => (
  <Input
    aria-label={name}
    prefix={<span className={styles.note}>{label}</span>}
    value={value}
    {...(placeholder !== undefined && { placeholder })}
    {...(width !== undefined && { style: { width } })}
    onChange={({ target }) => onChange(target.value)}
  />
)
