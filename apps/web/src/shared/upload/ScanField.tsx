import type { Uploaded } from '../api/upload.ts'
import { t } from '../i18n/t.ts'
import { SecrecyNote } from '../secrecy/SecrecyNote.tsx'
import { FileButton } from './FileButton.tsx'

export type Scan = Pick<Uploaded, 'digest' | 'name'>

interface Props {
  readonly label: string
  readonly scan: Scan | undefined
  readonly onStored: (scan: Scan) => void
  /** What the button says before a scan is chosen. */
  readonly choose?: string
}

/** Label and field of one scanned original, for a form of two columns; its digest is then cited in a command. */
export const ScanField = ({ label, scan, onStored, choose = t('选择扫描件') }: Props) => (
  <>
    <span>{label}</span>
    <div>
      <FileButton
        label={scan ? t('重新选择') : choose}
        accept=".pdf,.jpg,.jpeg,.png,.ofd"
        onStored={({ digest, name }) => onStored({ digest, name })}
      />{' '}
      {scan?.name}
      <SecrecyNote />
    </div>
  </>
)
