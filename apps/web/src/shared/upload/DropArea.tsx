import { type DragEvent, type ReactNode, useState } from 'react'
import styles from './upload.module.css'

interface Props {
  /** The name of the area for those who do not see it. */
  readonly label: string
  /** Of several files dropped at once the first is taken. */
  readonly onFile: (file: File) => void
  readonly children: ReactNode
}

/** Where one file is dropped; what stands in it says what for, and offers the same by keyboard. */
export const DropArea = ({ label, onFile, children }: Props) => {
  const [over, setOver] = useState(false)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  return (
    <section
      className={styles.drop}
      data-over={over || undefined}
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {children}
    </section>
  )
}
