import { t } from '../../../shared/i18n/t.ts'
import { FileButton } from '../../../shared/upload/FileButton.tsx'
import type { StoredFile } from '../meeting.ts'

interface Props {
  readonly label: string
  readonly value: StoredFile | undefined
  readonly onChange: (file: StoredFile) => void
}

/** One scan of a signed original. */
export const SignedScan = ({ label, value, onChange }: Props) => (
  <>
    <span>{label}</span>
    <span>
      <FileButton
        label={value ? t('重新选择') : t('选择扫描件')}
        accept=".pdf,.jpg,.jpeg,.png,.ofd"
        onStored={({ digest, name }) => onChange({ digest, name })}
      />{' '}
      {value?.name}
    </span>
  </>
)
