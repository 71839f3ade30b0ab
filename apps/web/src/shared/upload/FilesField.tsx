import { Button } from 'antd'
import { t } from '../i18n/t.ts'
import { SecrecyNote } from '../secrecy/SecrecyNote.tsx'
import { FileButton } from './FileButton.tsx'
import styles from './upload.module.css'

export interface StoredFile {
  readonly digest: string
  readonly name: string
}

interface Props {
  readonly label: string
  readonly files: readonly StoredFile[]
  /** Endings that are offered; scans alone where nothing is said. */
  readonly accept?: string
  readonly onChange: (files: readonly StoredFile[]) => void
}

/** Scans that were sent; each may be taken out again before the act. */
export const FilesField = ({ label, files, accept = '.pdf,.jpg,.jpeg,.png,.ofd', onChange }: Props) => (
  <div className={styles.files}>
    {files.map((file) => (
      <span key={file.digest}>
        {file.name}{' '}
        <Button
          size="small"
          type="link"
          onClick={() => onChange(files.filter(({ digest }) => digest !== file.digest))}
          aria-label={t('移除 {{name}}', { name: file.name })}
        >
          {t('移除')}
        </Button>
      </span>
    ))}
    <FileButton
      label={label}
      accept={accept}
      onStored={({ digest, name }) => onChange([...files.filter((one) => one.digest !== digest), { digest, name }])}
    />
    <SecrecyNote />
  </div>
)
