import { listStarted } from '@quanheng/contract/workbench'
import { Link, useNavigate } from '@tanstack/react-router'
import { actLabel } from '../../shared/history/ObjectHistory.tsx'
import { t } from '../../shared/i18n/t.ts'
import { word, words } from '../../shared/i18n/word.ts'
import type { Column } from '../../shared/table/column.ts'
import { DataTable, type RowOf } from '../../shared/table/DataTable.tsx'
import { sayMoment } from '../../shared/time/time.ts'

type Row = RowOf<typeof listStarted>

const nouns = ['plan', 'datum', 'sheet', 'verification', 'leadReport', 'approval'] as const

const columns = (): readonly Column<Row>[] => [
  {
    key: 'object',
    title: t('发起事项'),
    width: 200,
    render: (row) =>
      row.now ? <Link to={row.now.link}>{row.now.object}</Link> : t('已不在您的职责范围内，不再显示内容'),
  },
  { key: 'noun', title: t('类别'), render: (row) => word('actNoun', row.noun) },
  { key: 'within', title: t('所属方案'), width: 160, render: (row) => row.now?.within },
  { key: 'state', title: t('现处环节'), render: (row) => row.now && words(`${row.noun}State`, row.now.state) },
  { key: 'act', title: t('发起'), width: 110, render: (row) => actLabel(row) },
  { key: 'at', title: t('时间'), render: (row) => sayMoment(row.at) },
]

/** 我发起的: what I set going and others carry on, and where it stands now. */
const Started = () => {
  const navigate = useNavigate()
  return (
    <DataTable
      id="workbench-started"
      caption={t('我发起的')}
      route={listStarted}
      columns={columns()}
      rowKey={(row) => row.id}
      filters={[
        {
          kind: 'choice',
          name: 'noun',
          label: t('类别'),
          options: nouns.map((noun) => ({ value: noun, label: word('actNoun', noun) })),
        },
      ]}
      onOpen={(row) => row.now && void navigate({ to: row.now.link })}
      empty={t('还没有发起过事项。')}
    />
  )
}

export default Started
