import { listReviews } from '@quanheng/contract/year-review'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { type Line, toneOf } from '../review.ts'

const BeginDialog = lazy(() => import('../acts/BeginDialog.tsx'))

const columns: readonly Column<Line>[] = [
  {
    key: 'title',
    title: t('总结复盘'),
    width: 280,
    render: (row) => (
      <Link to={'/year-reviews/$reviewId' as never} params={{ reviewId: row.id } as never}>
        {row.title}
      </Link>
    ),
  },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('reviewState', row.state)} tone={toneOf[row.state]} />,
  },
  { key: 'mine', title: t('办理'), render: (row) => (row.mine ? t('待我办理') : '') },
  { key: 'until', title: t('征集截止'), render: (row) => row.until },
  { key: 'entries', title: t('意见'), figure: true, render: (row) => row.entries },
  { key: 'units', title: t('提出的单位'), figure: true, render: (row) => row.units },
  { key: 'takenOn', title: t('审定日期'), render: (row) => row.takenOn ?? '' },
  { key: 'unit', title: t('考评办所在单位'), width: 200, optional: true, render: (row) => row.unitName },
]

/** 总结复盘 of the years, the latest first. */
const ReviewListPage = () => {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const mayBegin = useMay('yearReview.begin')
  return (
    <Page>
      <DataTable
        id="year-reviews"
        caption={t('总结复盘')}
        route={listReviews}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('还没有总结复盘。')}
        actions={
          mayBegin && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('发起总结复盘')}
            </Button>
          )
        }
      />
      <Suspense>
        {open && (
          <BeginDialog
            onClose={() => setOpen(false)}
            onBegun={(reviewId) =>
              void navigate({ to: '/year-reviews/$reviewId' as never, params: { reviewId } as never })
            }
          />
        )}
      </Suspense>
    </Page>
  )
}

export default ReviewListPage
