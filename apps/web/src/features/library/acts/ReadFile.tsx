import { readLibraryFile } from '@quanheng/contract/library'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { RefusedError } from '../../../shared/api/refused.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import type { StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Content } from '../library.ts'

interface Props {
  readonly files: readonly StoredFile[]
  readonly onRead: (read: Omit<Content, 'kind' | 'replacesId' | 'files'>) => void
}

const readable = /\.(?:docx?|pdf|txt|html?)$/i

/** 识别: fills the form from an uploaded document, for a person to look over; what was typed before is replaced where the document says it. */
export const ReadFile = ({ files, onRead }: Props) => {
  const [busy, setBusy] = useState<string>()
  const [said, setSaid] = useState('')
  const [refusal, setRefusal] = useState<RefusedError>()
  const read = async ({ digest, name }: StoredFile) => {
    setBusy(digest)
    setRefusal(undefined)
    try {
      const found = await call(readLibraryFile, { query: { digest } })
      onRead(found)
      setSaid(
        found.clauses.length === 0
          ? t('{{name}}没有读出条文，请手工录入要引用的条文。', { name })
          : t('从{{name}}读出{{count}}条，请逐项核对。', { name, count: found.clauses.length }),
      )
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      setRefusal(error)
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <div className={styles.list}>
      <span className={styles.acts}>
        {files
          .filter(({ name }) => readable.test(name))
          .map((file) => (
            <Button key={file.digest} size="small" loading={busy === file.digest} onClick={() => void read(file)}>
              {t('识别 {{name}}', { name: file.name })}
            </Button>
          ))}
      </span>
      {said !== '' && <p role="status">{said}</p>}
      <Refusal refusal={refusal} />
    </div>
  )
}
