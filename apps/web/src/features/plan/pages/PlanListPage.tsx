import { listPlans } from '@quanheng/contract/plan'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { useMay, useSession } from '../../../shared/session/session.ts'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import type { PlanRow } from '../editor/editor.ts'
import { PlanStateTag } from '../fields/PlanStateTag.tsx'

const BeginPlan = lazy(() => import('../acts/BeginPlan.tsx'))
const ImportPlanFile = lazy(() => import('../file/ImportPlanFile.tsx'))

const columns = (): readonly Column<PlanRow>[] => [
  {
    key: 'title',
    title: t('方案'),
    width: 320,
    sort: true,
    render: (row) => (
      <Link to="/plans/$planId" params={{ planId: row.id }}>
        {row.title}
      </Link>
    ),
  },
  { key: 'kind', title: t('类型'), sort: true, render: (row) => word('planKind', row.kind) },
  { key: 'year', title: t('年度'), figure: true, sort: true, render: (row) => row.year },
  { key: 'ownerName', title: t('编制单位'), sort: true, width: 160, render: (row) => row.ownerName },
  { key: 'state', title: t('状态'), sort: true, render: (row) => <PlanStateTag plan={row} /> },
  { key: 'documentNumber', title: t('发文字号'), sort: true, render: (row) => row.documentNumber },
  { key: 'documentDate', title: t('成文日期'), sort: true, render: (row) => row.documentDate },
]

const PlanListPage = () => {
  const [beginning, setBeginning] = useState<'form' | 'file'>()
  const mayBegin = useMay('plan.begin')
  const mayTry = useMay('plan.edit')
  const year = Number(useSession().today.slice(0, 4))
  const navigate = useNavigate()
  return (
    <Page
      actions={
        <>
          {mayTry && <LinkButton to="/plans/rules">{t('规则试读')}</LinkButton>}
          {mayBegin && <Button onClick={() => setBeginning('file')}>{t('导入方案文件')}</Button>}
          {mayBegin && (
            <Button type="primary" onClick={() => setBeginning('form')}>
              {t('起草方案')}
            </Button>
          )}
        </>
      }
    >
      <DataTable
        id="plans"
        caption={t('考评方案')}
        route={listPlans}
        columns={columns()}
        rowKey={(row) => row.id}
        filters={[
          { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('名称、文号、单位') },
          {
            kind: 'choice',
            name: 'year',
            label: t('年度'),
            options: [1, 0, -1, -2, -3].map((by) => ({ value: String(year + by), label: String(year + by) })),
          },
          {
            kind: 'choice',
            name: 'kind',
            label: t('类型'),
            options: (['appraisalPlan', 'indicatorPlan'] as const).map((kind) => ({
              value: kind,
              label: word('planKind', kind),
            })),
          },
          {
            kind: 'choice',
            name: 'state',
            label: t('状态'),
            options: [
              ...(['draft', 'checked', 'issued'] as const).map((state) => ({
                value: state as string,
                label: word('planState', state),
              })),
              { value: 'discarded', label: t('已放弃') },
            ],
          },
        ]}
        onOpen={(row) => void navigate({ to: '/plans/$planId', params: { planId: row.id } })}
        empty={mayBegin ? t('还没有方案。点“起草方案”开始，或复制上年方案。') : t('还没有您可以查阅的方案。')}
      />
      <Suspense>
        {beginning === 'form' && <BeginPlan onClose={() => setBeginning(undefined)} />}
        {beginning === 'file' && <ImportPlanFile onClose={() => setBeginning(undefined)} />}
      </Suspense>
    </Page>
  )
}

export default PlanListPage
