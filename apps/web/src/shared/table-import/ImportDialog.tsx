import type { checkUnitTable } from '@quanheng/contract/organisation-table'
import type { ReplyOf } from '@quanheng/contract/route'
import { Button, Modal } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { RefusedError } from '../api/refused.ts'
import { type Uploaded, upload } from '../api/upload.ts'
import { t } from '../i18n/t.ts'
import { Refusal } from '../page/Refusal.tsx'
import { SecrecyNote } from '../secrecy/SecrecyNote.tsx'
import { TableCheck } from './TableCheck.tsx'
import styles from './table-import.module.css'

type Checked = ReplyOf<typeof checkUnitTable>

interface Props {
  /** First step: choose the table where there are several, and download its template. */
  readonly template: ReactNode
  readonly mostRows: number
  /** Reads an upload and saves nothing. */
  readonly check: (digest: string) => Promise<Checked>
  /** Downloads the upload with its wrong cells marked. */
  readonly marked: (digest: string) => Promise<void>
  readonly onRegister: (digest: string) => void
  readonly pending: boolean
  readonly refusal: RefusedError | undefined
  readonly onClose: () => void
}

/** Template, upload, what was found, then 登记: all lines as one act, or none. A new `key` begins anew. */
export const ImportDialog = (props: Props) => {
  const [busy, setBusy] = useState<string>()
  const [refusal, setRefusal] = useState<RefusedError>()
  const [stored, setStored] = useState<Uploaded>()
  const [checked, setChecked] = useState<Checked>()
  const input = useRef<HTMLInputElement>(null)
  const ready = stored !== undefined && checked !== undefined && checked.faults.length === 0

  const attempt = async (doing: string, work: () => Promise<unknown>) => {
    setBusy(doing)
    setRefusal(undefined)
    try {
      await work()
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      setRefusal(error)
    } finally {
      setBusy(undefined)
    }
  }
  const send = (file: File) =>
    attempt(t('正在上传和核对…'), async () => {
      setChecked(undefined)
      const sent = await upload(file, () => {})
      setStored(sent)
      setChecked(await props.check(sent.digest))
    })
  return (
    <Modal
      open
      width={820}
      title={t('导入 Excel')}
      okText={ready ? t('登记 {{count}} 行', { count: checked.rows }) : t('登记')}
      okButtonProps={{ disabled: !ready }}
      cancelText={t('取消')}
      confirmLoading={props.pending}
      onOk={() => stored && props.onRegister(stored.digest)}
      onCancel={props.onClose}
      mask={{ closable: false }}
    >
      <div className={styles.stack}>
        <ol className={styles.steps}>
          <li>
            <span className={styles.acts}>{props.template}</span>
          </li>
          <li>{t('按“填写说明”填好，一次最多 {{count}} 行', { count: props.mostRows })}</li>
          <li>
            <span className={styles.acts}>
              {t('上传填好的表，平台逐格核对')}
              <Button size="small" loading={busy !== undefined} onClick={() => input.current?.click()}>
                {stored ? t('重新选择文件') : t('选择文件')}
              </Button>
              {stored?.name}
            </span>
          </li>
          <li>{t('核对无误后登记：全部登记，或一行也不登记')}</li>
        </ol>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv"
          aria-label={t('选择文件')}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) void send(file)
            target.value = ''
          }}
        />
        {busy && <p role="status">{busy}</p>}
        {checked && stored && (
          <TableCheck checked={checked} onMarked={() => attempt(t('正在标注…'), () => props.marked(stored.digest))} />
        )}
        <Refusal refusal={refusal ?? props.refusal} />
        <SecrecyNote />
      </div>
    </Modal>
  )
}
