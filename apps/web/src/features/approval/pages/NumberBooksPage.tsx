import { listNumbers, numberStates, numbersXlsx } from '@quanheng/contract/number-book'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { Letterheads } from '../books/Letterheads.tsx'
import { NumberActs, type NumberRow } from '../books/NumberActs.tsx'
import { ReserveDialog } from '../books/ReserveDialog.tsx'

const states = (): Readonly<Record<(typeof numberStates)[number], string>> => ({
  reserved: t('已预留'),
  drawn: t('已编号'),
  issued: t('已印发'),
  burned: t('已作废'),
})

const columns = (): readonly Column<NumberRow>[] => [
  { key: 'documentNumber', title: t('发文字号'), width: 180, render: (row) => row.documentNumber },
  {
    key: 'title',
    title: t('标题'),
    width: 300,
    render: (row) =>
      row.approvalId === null ? (
        row.title
      ) : (
        <Link to="/approvals/$approvalId" params={{ approvalId: row.approvalId }}>
          {row.title}
        </Link>
      ),
  },
  {
    key: 'state',
    title: t('状态'),
    width: 190,
    render: (row) => [states()[row.state], row.reason].filter(Boolean).join(t('：')),
  },
  { key: 'takenOn', title: t('取号日期'), render: (row) => row.takenOn },
  { key: 'issuedOn', title: t('印发日期'), render: (row) => row.issuedOn ?? '' },
  { key: 'acts', title: t('办理'), width: 170, render: (row) => <NumberActs row={row} /> },
]

/** 发文登记簿: every number of the unit, without a gap, burned ones with their reason; and the letterheads they belong to. */
const NumberBooksPage = () => {
  const [reserving, setReserving] = useState(false)
  return (
    <Page
      crumbs={[{ title: t('公文'), to: '/papers' }]}
      actions={
        <Button type="primary" onClick={() => setReserving(true)}>
          {t('预留文号')}
        </Button>
      }
    >
      <Section title={t('文号')}>
        <DataTable
          id="number-book"
          caption={t('发文登记簿')}
          route={listNumbers}
          columns={columns()}
          rowKey={(row) => `${row.bookId}${row.number}`}
          filters={[
            { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('标题、文号') },
            {
              kind: 'choice',
              name: 'numberState',
              label: t('状态'),
              options: numberStates.map((value) => ({ value, label: states()[value] })),
            },
          ]}
          exportRoute={numbersXlsx}
          empty={t('还没有取过号。审批件在编号环节取号，平台外的文件在此预留。')}
        />
      </Section>
      <Letterheads />
      {reserving && <ReserveDialog onClose={() => setReserving(false)} />}
    </Page>
  )
}

export default NumberBooksPage
