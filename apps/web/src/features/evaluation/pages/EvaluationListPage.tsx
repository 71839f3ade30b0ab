import { listEvaluations } from '@quanheng/contract/evaluation'
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
import { type Line, toneOf } from '../evaluation.ts'

const BeginDialog = lazy(() => import('../acts/BeginDialog.tsx'))

const columns: readonly Column<Line>[] = [
  {
    key: 'title',
    title: t('评议'),
    width: 240,
    render: (row) => (
      <Link to={'/evaluations/$evaluationId' as never} params={{ evaluationId: row.id } as never}>
        {row.title}
      </Link>
    ),
  },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('evaluationState', row.state)} tone={toneOf[row.state]} />,
  },
  { key: 'mine', title: t('办理'), render: (row) => (row.mine ? t('待我办理') : '') },
  { key: 'opensOn', title: t('填票开始'), render: (row) => row.opensOn },
  { key: 'closesOn', title: t('填票截止'), render: (row) => row.closesOn },
  {
    key: 'came',
    title: t('已填票'),
    figure: true,
    render: (row) => (row.asked === 0 ? '' : t('{{came}} / {{asked}}', { came: row.came, asked: row.asked })),
  },
  { key: 'unit', title: t('组织单位'), width: 160, render: (row) => row.unitName },
  { key: 'element', title: t('数据'), width: 160, render: (row) => row.elementName },
  { key: 'plan', title: t('方案'), width: 240, optional: true, render: (row) => row.planTitle },
]

/** 评议 that the own body runs, that ask for the own ballot, or that are watched over. */
const EvaluationListPage = () => {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const mayBegin = useMay('evaluation.begin')
  return (
    <Page>
      <DataTable
        id="evaluations"
        caption={t('评议')}
        route={listEvaluations}
        columns={columns}
        rowKey={(row) => row.id}
        empty={t('还没有评议：没有请您填票的，也没有本单位组织的。')}
        actions={
          mayBegin && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('起草评议')}
            </Button>
          )
        }
      />
      <Suspense>
        {open && (
          <BeginDialog
            onClose={() => setOpen(false)}
            onBegun={(evaluationId) =>
              void navigate({ to: '/evaluations/$evaluationId' as never, params: { evaluationId } as never })
            }
          />
        )}
      </Suspense>
    </Page>
  )
}

export default EvaluationListPage
