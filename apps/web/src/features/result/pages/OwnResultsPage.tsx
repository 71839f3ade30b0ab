import { listOwnResults } from '@quanheng/contract/own-result'
import { Link, useNavigate } from '@tanstack/react-router'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable, type RowOf } from '../../../shared/table/DataTable.tsx'

type Row = RowOf<typeof listOwnResults>

const linkOf = (row: Row): string => `/own-results/${row.planId}/${row.unitId}`

const columns = (): readonly Column<Row>[] => [
  {
    key: 'plan',
    title: t('方案'),
    width: 320,
    render: (row) => (row.open ? <Link to={linkOf(row)}>{row.planTitle}</Link> : row.planTitle),
  },
  { key: 'owner', title: t('评分单位'), width: 180, render: (row) => row.ownerName },
  { key: 'unit', title: t('单位'), width: 160, render: (row) => row.unitName },
  { key: 'year', title: t('年度'), figure: true, render: (row) => row.year },
  { key: 'opens', title: t('方案规定可看'), render: (row) => word('visibility', row.opens) },
  {
    key: 'open',
    title: t('状态'),
    render: (row) => <StateTag word={row.open ? t('已开放') : t('尚未开放')} tone={row.open ? 'done' : 'waiting'} />,
  },
]

/** 本单位得分: plans that appraise my unit, and which of them have opened its scores. */
const OwnResultsPage = () => {
  const navigate = useNavigate()
  return (
    <Page>
      <DataTable
        id="own-results"
        caption={t('本单位得分')}
        route={listOwnResults}
        columns={columns()}
        rowKey={(row) => `${row.planId}/${row.unitId}`}
        onOpen={(row) => row.open && void navigate({ to: linkOf(row) })}
        empty={t('没有考评本单位的方案。')}
      />
    </Page>
  )
}

export default OwnResultsPage
