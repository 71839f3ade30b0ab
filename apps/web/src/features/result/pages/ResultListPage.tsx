import { listResults } from '@quanheng/contract/result'
import { Link, useNavigate } from '@tanstack/react-router'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable, type RowOf } from '../../../shared/table/DataTable.tsx'
import { resultTone } from '../result.ts'

type Row = RowOf<typeof listResults>

const columns = (): readonly Column<Row>[] => [
  {
    key: 'title',
    title: t('方案'),
    width: 320,
    render: (row) => (
      <Link to="/results/$planId" params={{ planId: row.id }}>
        {row.title}
      </Link>
    ),
  },
  { key: 'kind', title: t('类型'), render: (row) => word('planKind', row.kind) },
  { key: 'year', title: t('年度'), figure: true, render: (row) => row.year },
  { key: 'ownerName', title: t('单位'), width: 160, render: (row) => row.ownerName },
  {
    key: 'state',
    title: t('锁定版'),
    render: (row) =>
      row.result === null ? (
        <StateTag word={t('未锁定')} tone="waiting" />
      ) : (
        <StateTag word={word('resultState', row.result.state)} tone={resultTone[row.result.state]} />
      ),
  },
  {
    key: 'digest',
    title: t('校验码'),
    render: (row) => row.result && <Digest value={row.result.runDigest} />,
  },
]

/** Plans whose results this person may see. */
const ResultListPage = () => {
  const navigate = useNavigate()
  return (
    <Page>
      <DataTable
        id="results"
        caption={t('结果')}
        route={listResults}
        columns={columns()}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/results/$planId', params: { planId: row.id } })}
        empty={t('还没有印发的方案。方案印发后，评分结果在这里汇总和锁定。')}
      />
    </Page>
  )
}

export default ResultListPage
