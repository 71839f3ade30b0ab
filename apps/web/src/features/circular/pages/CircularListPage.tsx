import { exportCirculars, listCirculars } from '@quanheng/contract/circular'
import { circularKinds, circularStates, circularTopics } from '@quanheng/domain/circular/model'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column, Filter } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { type Line, sayNumber, toneOf } from '../circular.ts'

const ContentDialog = lazy(() => import('../acts/ContentDialog.tsx'))

const columns: readonly Column<Line>[] = [
  {
    key: 'title',
    title: t('标题'),
    width: 280,
    render: (row) => (
      <Link to={'/circulars/$circularId' as never} params={{ circularId: row.id } as never}>
        {row.title}
      </Link>
    ),
  },
  { key: 'kind', title: t('文种'), render: (row) => word('circularKind', row.kind) },
  { key: 'topic', title: t('事项'), render: (row) => word('circularTopic', row.topic) },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('circularState', row.state)} tone={toneOf[row.state]} />,
  },
  { key: 'mine', title: t('办理'), render: (row) => (row.mine ? t('待我办理') : '') },
  { key: 'number', title: t('文号或期号'), width: 180, render: sayNumber },
  { key: 'issuedOn', title: t('印发日期'), render: (row) => row.issuedOn ?? '' },
  { key: 'signBy', title: t('签收时限'), render: (row) => row.signBy ?? '' },
  {
    key: 'signed',
    title: t('已签收'),
    render: (row) => (row.receivers === 0 ? '' : `${row.signed} / ${row.receivers}`),
  },
  { key: 'unit', title: t('起草单位'), width: 180, optional: true, render: (row) => row.unitName },
]

const filters: readonly Filter[] = [
  { kind: 'text', name: 'q', label: t('标题或文号'), placeholder: t('标题或文号') },
  {
    kind: 'choice',
    name: 'kind',
    label: t('文种'),
    options: circularKinds.map((value) => ({ value, label: word('circularKind', value) })),
  },
  {
    kind: 'choice',
    name: 'topic',
    label: t('事项'),
    options: circularTopics.map((value) => ({ value, label: word('circularTopic', value) })),
  },
  {
    kind: 'choice',
    name: 'state',
    label: t('状态'),
    options: circularStates.map((value) => ({ value, label: word('circularState', value) })),
  },
]

/** 通报简报: drafts of the office, and what reached my units and me. */
const CircularListPage = () => {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const mayBegin = useMay('circular.begin')
  return (
    <Page>
      <DataTable
        id="circulars"
        caption={t('通报简报')}
        route={listCirculars}
        exportRoute={exportCirculars}
        columns={columns}
        filters={filters}
        rowKey={(row) => row.id}
        empty={t('还没有通知、通报或简报。')}
        actions={
          mayBegin && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('起草')}
            </Button>
          )
        }
      />
      <Suspense>
        {open && (
          <ContentDialog
            onClose={() => setOpen(false)}
            onBegun={(circularId) =>
              void navigate({ to: '/circulars/$circularId' as never, params: { circularId } as never })
            }
          />
        )}
      </Suspense>
    </Page>
  )
}

export default CircularListPage
