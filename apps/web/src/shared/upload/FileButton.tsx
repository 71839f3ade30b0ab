import { Button } from 'antd'
import { useRef } from 'react'
import type { Uploaded } from '../api/upload.ts'
import { t } from '../i18n/t.ts'
import styles from './upload.module.css'
import { useOneUpload } from './use-one-upload.ts'

interface Props {
  readonly label: string
  readonly accept?: string
  /** The one thing to do on its page. */
  readonly primary?: true
  readonly onStored: (stored: Uploaded, file: File) => void | Promise<void>
}

/** Chooses one file, sends it, and says how far it is. */
export const FileButton = ({ label, accept, primary, onStored }: Props) => {
  const input = useRef<HTMLInputElement>(null)
  const { share, refusal, send } = useOneUpload(onStored)
  return (
    <span className={styles.row}>
      <Button
        {...(primary ? { type: 'primary' } : { size: 'small' })}
        loading={share !== undefined}
        onClick={() => input.current?.click()}
      >
        {share === undefined ? label : t('正在上传 {{percent}}%', { percent: Math.round(share * 100) })}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        {...(accept ? { accept } : {})}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void send(file)
          target.value = ''
        }}
      />
      {refusal && (
        <span role="alert" className={styles.stop}>
          {refusal.message}
        </span>
      )}
    </span>
  )
}
