import { listSuperiorPlans } from '@quanheng/contract/superior-plan'
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
import { type Row, toneOf } from '../superior-plan.ts'

const DocumentDialog = lazy(() => import('../acts/DocumentDialog.tsx'))

const columns: readonly Column<Row>[] = [
  {
    key: 'title',
    title: t('上级方案'),
    width: 320,
    render: (row) => (
      <Link to={'/cascade/$superiorPlanId' as never} params={{ superiorPlanId: row.id } as never}>
        {row.title}
      </Link>
    ),
  },
  { key: 'number', title: t('文号'), render: (row) => row.number },
  { key: 'issuer', title: t('制发机关'), width: 160, render: (row) => row.issuer },
  { key: 'year', title: t('年度'), figure: true, render: (row) => row.year },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('superiorPlanState', row.state)} tone={toneOf[row.state]} />,
  },
  { key: 'mine', title: t('办理'), render: (row) => (row.mine ? t('待我办理') : '') },
  { key: 'indicators', title: t('指标'), figure: true, render: (row) => row.indicators },
  { key: 'units', title: t('承担单位'), figure: true, render: (row) => row.units },
  { key: 'issuedOn', title: t('下达日期'), render: (row) => row.issuedOn ?? '' },
]

/** 上级考评方案 in sight, the latest year first. */
const SuperiorListPage = () => {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const mayBegin = useMay('superiorPlan.begin')
  return (
    <Page>
      <DataTable
        id="superior-plans"
        caption={t('上级考评方案')}
        route={listSuperiorPlans}
        columns={columns}
        rowKey={(row) => row.id}
        empty={
          mayBegin ? t('还没有上级方案。登记后录入指标，再分解到各单位、科室。') : t('还没有分解到本单位的上级指标。')
        }
        actions={
          mayBegin && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('登记上级方案')}
            </Button>
          )
        }
      />
      <Suspense>
        {open && (
          <DocumentDialog
            onClose={() => setOpen(false)}
            onBegun={(superiorPlanId) =>
              void navigate({ to: '/cascade/$superiorPlanId' as never, params: { superiorPlanId } as never })
            }
          />
        )}
      </Suspense>
    </Page>
  )
}

export default SuperiorListPage
