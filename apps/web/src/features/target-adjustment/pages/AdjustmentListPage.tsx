import { exportAdjustments, listAdjustments } from '@quanheng/contract/target-adjustment'
import { adjustmentKinds, adjustmentStates } from '@quanheng/domain/target-adjustment/model'
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
import { type Line, toneOf } from '../adjustment.ts'

const RequestDialog = lazy(() => import('../acts/RequestDialog.tsx'))

const sayDecision = ({ agreed }: Line): string => (agreed === null ? '' : agreed ? t('同意') : t('不同意'))

const columns: readonly Column<Line>[] = [
  {
    key: 'words',
    title: t('调整内容'),
    width: 260,
    render: (row) => (
      <Link to={'/target-adjustments/$adjustmentId' as never} params={{ adjustmentId: row.id } as never}>
        {row.words}
      </Link>
    ),
  },
  { key: 'unit', title: t('申请单位'), width: 150, render: (row) => row.unitName },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('adjustmentState', row.state)} tone={toneOf[row.state]} />,
  },
  { key: 'mine', title: t('办理'), render: (row) => (row.mine ? t('待我办理') : '') },
  { key: 'sentOn', title: t('报送日期'), render: (row) => row.sentOn ?? '' },
  { key: 'agreed', title: t('审定结果'), render: sayDecision },
  { key: 'number', title: t('批复文号'), width: 150, render: (row) => row.documentNumber ?? '' },
  { key: 'effectiveOn', title: t('生效日期'), render: (row) => row.effectiveOn ?? '' },
  { key: 'kind', title: t('类型'), optional: true, render: (row) => word('adjustmentKind', row.kind) },
  { key: 'lead', title: t('牵头单位'), width: 180, optional: true, render: (row) => row.leadName },
  { key: 'plan', title: t('考评方案'), width: 240, optional: true, render: (row) => row.planTitle },
]

const filters: readonly Filter[] = [
  { kind: 'text', name: 'q', label: t('指标、单位、文号'), placeholder: t('指标、单位、文号') },
  {
    kind: 'choice',
    name: 'kind',
    label: t('类型'),
    options: adjustmentKinds.map((value) => ({ value, label: word('adjustmentKind', value) })),
  },
  {
    kind: 'choice',
    name: 'state',
    label: t('状态'),
    options: adjustmentStates.map((value) => ({ value, label: word('adjustmentState', value) })),
  },
]

/** 指标调整台账: what is under way first, then what was settled, the latest first. */
const AdjustmentListPage = () => {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const mayBegin = useMay('targetAdjustment.begin')
  return (
    <Page>
      <DataTable
        id="target-adjustments"
        caption={t('指标调整台账')}
        route={listAdjustments}
        exportRoute={exportAdjustments}
        columns={columns}
        filters={filters}
        rowKey={(row) => row.id}
        empty={t('还没有指标调整申请。')}
        actions={
          mayBegin && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('申请调整')}
            </Button>
          )
        }
      />
      <Suspense>
        {open && (
          <RequestDialog
            onClose={() => setOpen(false)}
            onBegun={(adjustmentId) =>
              void navigate({ to: '/target-adjustments/$adjustmentId' as never, params: { adjustmentId } as never })
            }
          />
        )}
      </Suspense>
    </Page>
  )
}

export default AdjustmentListPage
