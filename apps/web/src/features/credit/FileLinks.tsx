import styles from './credit.module.css'
import type { StoredFile } from './credit.ts'

/** Scans that an entry rests on, each opened in a new window. */
export const FileLinks = ({ creditId, files }: { readonly creditId: string; readonly files: readonly StoredFile[] }) =>
  files.length === 0 ? null : (
    <ul className={styles.files}>
      {files.map(({ digest, name }) => (
        <li key={digest}>
          <a href={`/api/credits/${creditId}/files/${digest}`} target="_blank" rel="noreferrer">
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
