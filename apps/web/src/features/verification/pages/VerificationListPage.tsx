import { listVerifications } from '@quanheng/contract/verification'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column, Filter } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { type Line, sayDecided, toneOf } from '../verification.ts'

const ArrangeDialog = lazy(() => import('../acts/ArrangeDialog.tsx'))

const columns = (arrange: (row: Line) => void): readonly Column<Line>[] => [
  {
    key: 'leafName',
    title: t('指标'),
    width: 190,
    render: (row) =>
      row.verificationId === null ? (
        <Link to={'/scoring/$sheetId' as never} params={{ sheetId: row.sheetId } as never}>
          {row.leafName}
        </Link>
      ) : (
        <Link to={'/verification/$verificationId' as never} params={{ verificationId: row.verificationId } as never}>
          {row.leafName}
        </Link>
      ),
  },
  {
    key: 'state',
    title: t('状态'),
    render: (row) =>
      row.state === null ? (
        <StateTag word={sayDecided(row.decided)} tone={row.decided === 'undecided' ? 'waiting' : 'done'} />
      ) : (
        <StateTag word={word('verificationState', row.state)} tone={toneOf[row.state]} />
      ),
  },
  {
    key: 'act',
    title: t('办理'),
    render: (row) =>
      row.mine && (
        <Button size="small" onClick={() => arrange(row)}>
          {t('安排核验')}
        </Button>
      ),
  },
  {
    key: 'scope',
    title: t('核验方式'),
    width: 130,
    render: (row) => (row.scope === null ? (row.waivedFor ?? '') : word('verificationScope', row.scope)),
  },
  {
    key: 'visited',
    title: t('已核验'),
    figure: true,
    render: (row) => (row.scope ? `${row.visited}/${row.toVisit}` : ''),
  },
  { key: 'opinions', title: t('意见'), figure: true, render: (row) => (row.scope ? row.opinions : '') },
  { key: 'unanswered', title: t('待答复'), figure: true, render: (row) => (row.scope ? row.unanswered : '') },
  { key: 'due', title: t('完成时限'), render: (row) => row.due ?? '' },
  { key: 'scorer', title: t('评分科室'), width: 140, render: (row) => row.scorerName },
  { key: 'planTitle', title: t('考评方案'), width: 170, render: (row) => row.planTitle },
]

const filters = (): readonly Filter[] => [
  { kind: 'text', name: 'q', label: t('指标'), placeholder: t('指标名称') },
  {
    kind: 'choice',
    name: 'decided',
    label: t('状态'),
    options: (['undecided', 'open', 'closed', 'waived'] as const).map((value) => ({ value, label: sayDecided(value) })),
  },
]

/** Signed sheets, and what is decided about their verification; those to decide first. */
const VerificationListPage = () => {
  const [row, setRow] = useState<Line>()
  return (
    <Page>
      <DataTable
        id="verifications"
        caption={t('现场核验')}
        route={listVerifications}
        columns={columns(setRow)}
        filters={filters()}
        rowKey={(line) => line.sheetId}
        empty={t('还没有签字完成的评分表。评分表签字后在此安排核验。')}
      />
      <Suspense>{row && <ArrangeDialog row={row} onClose={() => setRow(undefined)} />}</Suspense>
    </Page>
  )
}

export default VerificationListPage
