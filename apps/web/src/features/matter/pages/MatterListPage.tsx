import { exportImportantMatters, listImportantMatters } from '@quanheng/contract/matter'
import { matterSorts, matterStates } from '@quanheng/domain/matter/model'
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
import { type Line, toneOf } from '../matter.ts'

const ContentDialog = lazy(() => import('../acts/ContentDialog.tsx'))

const columns: readonly Column<Line>[] = [
  {
    key: 'title',
    title: t('事项名称'),
    width: 280,
    render: (row) => (
      <Link to={'/matters/$matterId' as never} params={{ matterId: row.id } as never}>
        {row.title}
      </Link>
    ),
  },
  { key: 'sort', title: t('类别'), width: 120, render: (row) => word('matterSort', row.sort) },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('matterState', row.state)} tone={toneOf[row.state]} />,
  },
  { key: 'mine', title: t('办理'), render: (row) => (row.mine ? t('待我办理') : '') },
  { key: 'direct', title: t('直接报组长'), render: (row) => (row.direct ? t('是') : '') },
  { key: 'until', title: t('意见反馈截止'), render: (row) => row.until ?? '' },
  { key: 'given', title: t('已反馈'), render: (row) => (row.asked === 0 ? '' : `${row.given} / ${row.asked}`) },
  { key: 'approvedOn', title: t('审定日期'), render: (row) => row.approvedOn ?? '' },
  { key: 'unit', title: t('起草单位'), width: 180, optional: true, render: (row) => row.unitName },
]

const filters: readonly Filter[] = [
  { kind: 'text', name: 'q', label: t('事项名称'), placeholder: t('事项名称') },
  {
    kind: 'choice',
    name: 'sort',
    label: t('类别'),
    options: matterSorts.map((value) => ({ value, label: word('matterSort', value) })),
  },
  {
    kind: 'choice',
    name: 'state',
    label: t('状态'),
    options: matterStates.map((value) => ({ value, label: word('matterState', value) })),
  },
  { kind: 'choice', name: 'direct', label: t('直接报组长'), options: [{ value: 'yes', label: t('是') }] },
]

/** 重要事项: of the office from the draft on, of a member from the day of being asked. */
const MatterListPage = () => {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const mayBegin = useMay('matter.begin')
  return (
    <Page>
      <DataTable
        id="matters"
        caption={t('重要事项')}
        route={listImportantMatters}
        exportRoute={exportImportantMatters}
        columns={columns}
        filters={filters}
        rowKey={(row) => row.id}
        empty={t('还没有重要事项。')}
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
            onBegun={(matterId) => void navigate({ to: '/matters/$matterId' as never, params: { matterId } as never })}
          />
        )}
      </Suspense>
    </Page>
  )
}

export default MatterListPage
