import {
  checkPeopleTable,
  checkUnitTable,
  importPeopleTable,
  importUnitTable,
  markPeopleTable,
  markUnitTable,
  peopleTemplate,
  unitTemplate,
} from '@quanheng/contract/organisation-table'
import type { ReplyOf } from '@quanheng/contract/route'
import type { TableFormat } from '@quanheng/contract/shapes'
import { Button, Modal, Select } from 'antd'
import { useRef, useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { download } from '../../../shared/api/download.ts'
import { useCommand } from '../../../shared/api/hooks.ts'
import { RefusedError } from '../../../shared/api/refused.ts'
import { type Uploaded, upload } from '../../../shared/api/upload.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { SecrecyNote } from '../../../shared/secrecy/SecrecyNote.tsx'
import { ExportButton } from '../../../shared/table/ExportButton.tsx'
import styles from '../organisation.module.css'
import { TableCheck } from './TableCheck.tsx'

export type OrganisationTable = 'units' | 'sections' | 'people' | 'posts'
type UnitTable = 'units' | 'sections'
type Checked = ReplyOf<typeof checkUnitTable>

const words = (): Readonly<Record<OrganisationTable, string>> => ({
  units: t('单位登记表'),
  sections: t('科室登记表'),
  people: t('人员登记表'),
  posts: t('任职登记表'),
})

const isOfUnits = (table: OrganisationTable): table is UnitTable => table === 'units' || table === 'sections'

const template = (table: OrganisationTable, format: TableFormat) =>
  isOfUnits(table)
    ? download(unitTemplate, { params: { table }, query: { format } })
    : download(peopleTemplate, { params: { table }, query: { format } })

const check = (table: OrganisationTable, digest: string): Promise<Checked> =>
  isOfUnits(table)
    ? call(checkUnitTable, { params: { table }, body: { digest } })
    : call(checkPeopleTable, { params: { table }, body: { digest } })

const marked = (table: OrganisationTable, digest: string) =>
  isOfUnits(table)
    ? download(markUnitTable, { params: { table }, body: { digest } })
    : download(markPeopleTable, { params: { table }, body: { digest } })

interface Props {
  /** In the order in which they build on each other. */
  readonly tables: readonly OrganisationTable[]
  readonly onClose: () => void
}

/** Template, upload, what was found, then 登记: all lines as one act, or none. */
const ImportTable = ({ tables, onClose }: Props) => {
  const [table, setTable] = useState<OrganisationTable>(tables[0] ?? 'units')
  const [busy, setBusy] = useState<string>()
  const [refusal, setRefusal] = useState<RefusedError>()
  const [stored, setStored] = useState<Uploaded>()
  const [checked, setChecked] = useState<Checked>()
  const input = useRef<HTMLInputElement>(null)
  const done = {
    onDone: ({ count }: { count: number }) => {
      notify(t('已登记 {{count}} 行', { count }))
      onClose()
    },
  }
  const ofUnits = useCommand(importUnitTable, done)
  const ofPeople = useCommand(importPeopleTable, done)
  const command = isOfUnits(table) ? ofUnits : ofPeople
  const ready = stored !== undefined && checked !== undefined && checked.faults.length === 0

  const begin = (next: OrganisationTable) => {
    setTable(next)
    setStored(undefined)
    setChecked(undefined)
    setRefusal(undefined)
  }
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
      setChecked(await check(table, sent.digest))
    })
  const register = () => {
    if (!stored) return
    const body = { digest: stored.digest }
    if (isOfUnits(table)) void ofUnits.run({ params: { table }, body })
    else void ofPeople.run({ params: { table }, body })
  }
  return (
    <Modal
      open
      width={820}
      title={t('导入 Excel')}
      okText={ready ? t('登记 {{count}} 行', { count: checked.rows }) : t('登记')}
      okButtonProps={{ disabled: !ready }}
      cancelText={t('取消')}
      confirmLoading={command.pending}
      onOk={register}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.stack}>
        <ol className={styles.steps}>
          <li>
            <span className={styles.acts}>
              {t('选择登记表并下载模板')}
              <Select
                size="small"
                aria-label={t('登记表')}
                value={table}
                style={{ width: 140 }}
                options={tables.map((value) => ({ value, label: words()[value] }))}
                onChange={begin}
              />
              <ExportButton size="small" label={t('下载模板')} onExport={(format) => template(table, format)} />
            </span>
          </li>
          <li>{t('按“填写说明”填好，一次最多 2000 行')}</li>
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
          <TableCheck checked={checked} onMarked={() => attempt(t('正在标注…'), () => marked(table, stored.digest))} />
        )}
        <Refusal refusal={refusal ?? command.refusal} />
        <SecrecyNote />
      </div>
    </Modal>
  )
}

export default ImportTable
