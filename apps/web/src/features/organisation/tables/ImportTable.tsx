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
import { Select } from 'antd'
import { useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { download } from '../../../shared/api/download.ts'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { ExportButton } from '../../../shared/table/ExportButton.tsx'
import { ImportDialog } from '../../../shared/table-import/ImportDialog.tsx'

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

/** 登记表 in the order in which they build on each other, each read and registered as a whole. */
const ImportTable = ({ tables, onClose }: Props) => {
  const [table, setTable] = useState<OrganisationTable>(tables[0] ?? 'units')
  const done = {
    onDone: ({ count }: { count: number }) => {
      notify(t('已登记 {{count}} 行', { count }))
      onClose()
    },
  }
  const ofUnits = useCommand(importUnitTable, done)
  const ofPeople = useCommand(importPeopleTable, done)
  const command = isOfUnits(table) ? ofUnits : ofPeople
  const register = (digest: string) => {
    const body = { digest }
    if (isOfUnits(table)) void ofUnits.run({ params: { table }, body })
    else void ofPeople.run({ params: { table }, body })
  }
  return (
    <ImportDialog
      key={table}
      mostRows={2_000}
      check={(digest) => check(table, digest)}
      marked={(digest) => marked(table, digest)}
      onRegister={register}
      pending={command.pending}
      refusal={command.refusal}
      onClose={onClose}
      template={
        <>
          {t('选择登记表并下载模板')}
          <Select
            size="small"
            aria-label={t('登记表')}
            value={table}
            style={{ width: 140 }}
            options={tables.map((value) => ({ value, label: words()[value] }))}
            onChange={setTable}
          />
          <ExportButton size="small" label={t('下载模板')} onExport={(format) => template(table, format)} />
        </>
      }
    />
  )
}

export default ImportTable
