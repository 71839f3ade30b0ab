import { listSupervisions } from '@quanheng/contract/supervision'
import { supervisionKinds, supervisionStates } from '@quanheng/domain/supervision/model'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column, Filter } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { type Line, toneOf } from '../supervision.ts'

const ContentDialog = lazy(() => import('../acts/ContentDialog.tsx'))

const columns: readonly Column<Line>[] = [
  {
    key: 'title',
    title: t('督查名称'),
    width: 260,
    render: (row) => (
      <Link to={'/supervision/$supervisionId' as never} params={{ supervisionId: row.id } as never}>
        {row.title}
      </Link>
    ),
  },
  { key: 'kind', title: t('类型'), render: (row) => word('supervisionKind', row.kind) },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('supervisionState', row.state)} tone={toneOf[row.state]} />,
  },
  { key: 'mine', title: t('办理'), render: (row) => (row.mine ? t('待我办理') : '') },
  {
    key: 'period',
    title: t('督查期间'),
    render: (row) => (row.from && row.to ? t('{{from}} 至 {{to}}', { from: row.from, to: row.to }) : ''),
  },
  { key: 'visited', title: t('已走访'), render: (row) => `${row.visited} / ${row.units}` },
  { key: 'closed', title: t('已销号'), render: (row) => (row.items === 0 ? '' : `${row.closed} / ${row.items}`) },
  { key: 'unit', title: t('起草单位'), width: 180, optional: true, render: (row) => row.unitName },
]

const filters: readonly Filter[] = [
  { kind: 'text', name: 'q', label: t('督查名称'), placeholder: t('督查名称') },
  {
    kind: 'choice',
    name: 'kind',
    label: t('类型'),
    options: supervisionKinds.map((value) => ({ value, label: word('supervisionKind', value) })),
  },
  {
    kind: 'choice',
    name: 'state',
    label: t('状态'),
    options: supervisionStates.map((value) => ({ value, label: word('supervisionState', value) })),
  },
]

/** 督查: orders of the head, those under way first. */
const SupervisionListPage = () => {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const mayBegin = useMay('supervision.begin')
  return (
    <Page>
      <DataTable
        id="supervisions"
        caption={t('督查')}
        route={listSupervisions}
        columns={columns}
        filters={filters}
        rowKey={(row) => row.id}
        empty={t('还没有督查。')}
        actions={
          <>
            {mayBegin && (
              <Button type="primary" onClick={() => setOpen(true)}>
                {t('起草督查方案')}
              </Button>
            )}
            <LinkButton to={'/supervision/rectifications' as never}>{t('整改台账')}</LinkButton>
          </>
        }
      />
      <Suspense>
        {open && (
          <ContentDialog
            onClose={() => setOpen(false)}
            onBegun={(supervisionId) =>
              void navigate({ to: '/supervision/$supervisionId' as never, params: { supervisionId } as never })
            }
          />
        )}
      </Suspense>
    </Page>
  )
}

export default SupervisionListPage
