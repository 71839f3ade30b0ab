import { listSheets } from '@quanheng/contract/sheet'
import { sheetStates } from '@quanheng/domain/sheet/model'
import { Link, useNavigate } from '@tanstack/react-router'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column, Filter } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import styles from '../scoring.module.css'
import { type SheetLine, sayNext, scorerOf, toneOf } from '../sheet.ts'

const columns = (): readonly Column<SheetLine>[] => [
  {
    key: 'leafName',
    title: t('指标'),
    sort: true,
    width: 220,
    render: (row) => (
      <Link to={'/scoring/$sheetId' as never} params={{ sheetId: row.id } as never}>
        {row.leafName}
        {row.amends !== null && <span className={styles.kind}>{t('补签')}</span>}
        {row.by === 'recusal' && <span className={styles.kind}>{t('回避替代')}</span>}
      </Link>
    ),
  },
  { key: 'planTitle', title: t('考评方案'), sort: true, width: 240, render: (row) => row.planTitle },
  { key: 'scorer', title: t('评分科室'), width: 150, render: scorerOf },
  {
    key: 'progress',
    title: t('进度'),
    figure: true,
    render: (row) => (
      <span
        title={t('齐备 {{ready}} 家，共 {{units}} 家', { ready: row.ready, units: row.units })}
      >{`${row.ready}/${row.units}`}</span>
    ),
  },
  {
    key: 'state',
    title: t('状态'),
    sort: true,
    render: (row) => <StateTag word={word('sheetState', row.state)} tone={toneOf[row.state]} />,
  },
  {
    key: 'next',
    title: t('下一步'),
    render: (row) => <span className={row.mine ? styles.mine : undefined}>{sayNext(row.next)}</span>,
  },
  { key: 'due', title: t('完成时限'), render: (row) => row.due ?? '' },
  {
    key: 'note',
    title: t('退回或重评原因'),
    width: 160,
    optional: true,
    render: (row) => row.returnReason ?? row.fallCause ?? '',
  },
]

const filters = (): readonly Filter[] => [
  { kind: 'text', name: 'q', label: t('指标'), placeholder: t('指标名称') },
  {
    kind: 'choice',
    name: 'state',
    label: t('状态'),
    options: sheetStates.map((state) => ({ value: state, label: word('sheetState', state) })),
  },
]

/** My score sheets: what waits for me first, how far each is, who acts next and until when. */
const ScoringListPage = () => {
  const navigate = useNavigate()
  return (
    <Page>
      <DataTable
        id="sheets"
        caption={t('评分表')}
        route={listSheets}
        columns={columns()}
        filters={filters()}
        rowKey={(row) => row.id}
        onOpen={(row) => navigate({ to: '/scoring/$sheetId', params: { sheetId: row.id } } as never)}
        empty={t('还没有评分表。方案印发后，评分表按责任分工自动开出。')}
      />
    </Page>
  )
}

export default ScoringListPage
