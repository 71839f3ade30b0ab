import { listYearPapers } from '@quanheng/contract/year-paper'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { FontNote } from '../../../shared/paper/FontNote.tsx'
import type { Search } from '../../../shared/route/search.ts'
import { useMay } from '../../../shared/session/session.ts'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { PrintPaper } from '../PrintPaper.tsx'
import { sourceOf, type YearPaper } from '../year-paper.ts'

const columns = (planId: string, unitId: string | undefined): readonly Column<YearPaper>[] => [
  { key: 'name', title: t('文书'), width: 300, render: (row) => row.name },
  { key: 'from', title: t('取自'), width: 120, render: sourceOf },
  { key: 'copies', title: t('份数'), width: 120, render: (row) => (row.perUnit ? t('每单位一份') : t('一份')) },
  {
    key: 'act',
    title: t('办理'),
    width: 320,
    render: (row) => <PrintPaper paper={row} planId={planId} unitId={unitId} />,
  },
]

/** Every paper of the year of one plan: printed here, printed where its noun lives, or waiting for its noun. */
const YearPapersPage = () => {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const [chosen, choose] = useState<string>()
  const templates = useMay('officeTemplate.read')
  const asked = useQueryRoute(listYearPapers, { query: search.planId === undefined ? {} : { planId: search.planId } })
  const list = asked.data
  if (list === undefined)
    return (
      <Page>
        <Pending refusal={asked.error} />
      </Page>
    )
  const { planId, plans, units, rows } = list
  const unitId = units.some((unit) => unit.unitId === chosen) ? chosen : units[0]?.unitId
  return (
    <Page
      crumbs={[{ title: t('公文'), to: '/papers' }]}
      actions={
        planId !== null && (
          <>
            {templates && (
              <Link to="/papers/templates" search={{ planId } as never}>
                {t('文书模板')}
              </Link>
            )}
            <Select
              aria-label={t('方案')}
              value={planId}
              options={plans.map((plan) => ({ value: plan.planId, label: plan.title }))}
              onChange={(id) => void navigate({ to: '.', search: { planId: id } } as never)}
              style={{ width: 400, maxWidth: '100%' }}
            />
            {unitId !== undefined && (
              <Select
                aria-label={t('单位')}
                showSearch={{ optionFilterProp: 'label' }}
                value={unitId}
                options={units.map((unit) => ({ value: unit.unitId, label: unit.name }))}
                onChange={choose}
                style={{ width: 240, maxWidth: '100%' }}
              />
            )}
          </>
        )
      }
    >
      {planId === null ? (
        <p>{t('还没有由您办理的方案。方案起草后，这里列出全年需要的文书。')}</p>
      ) : (
        <>
          <p>{t('文中的分值、目标、得分取自方案和锁定的结果，不能改写；与来源不一致的不予出具。')}</p>
          <FontNote />
          <Sheet caption={t('全年文书')} columns={columns(planId, unitId)} rows={rows} rowKey={(row) => row.kind} />
        </>
      )}
    </Page>
  )
}

export default YearPapersPage
