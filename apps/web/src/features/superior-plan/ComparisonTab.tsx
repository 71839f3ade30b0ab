import { exportComparison, showComparison } from '@quanheng/contract/superior-verdict'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { download } from '../../shared/api/download.ts'
import { useQueryRoute } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Facts } from '../../shared/page/Facts.tsx'
import { Pending } from '../../shared/page/Pending.tsx'
import { Section } from '../../shared/page/Section.tsx'
import type { Column } from '../../shared/table/column.ts'
import { ExportButton } from '../../shared/table/ExportButton.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import { FileLinks } from '../../shared/work/FileLinks.tsx'
import work from '../../shared/work/work.module.css'
import type { Comparison, SuperiorPlan } from './superior-plan.ts'

const ScoresDialog = lazy(() => import('./acts/ScoresDialog.tsx'))

type Row = Comparison['rows'][number]
type Lead = Comparison['leads'][number]

const columns: readonly Column<Row>[] = [
  { key: 'name', title: t('上级指标'), width: 200, render: (row) => row.name },
  { key: 'lead', title: t('牵头单位、科室'), width: 160, render: (row) => `${row.unitName}${row.sectionName}` },
  { key: 'fullMark', title: t('分值'), figure: true, render: (row) => row.fullMark },
  { key: 'self', title: t('自评得分'), figure: true, render: (row) => row.self },
  { key: 'real', title: t('上级评定'), figure: true, render: (row) => row.real },
  { key: 'difference', title: t('自评高出'), figure: true, render: (row) => row.difference },
  { key: 'selfWords', title: t('自评说明'), width: 160, render: (row) => row.selfWords },
  { key: 'realWords', title: t('上级扣分原因'), width: 200, render: (row) => row.realWords },
]

const leadColumns: readonly Column<Lead>[] = [
  { key: 'lead', title: t('牵头单位、科室'), width: 240, render: (row) => `${row.unitName}${row.sectionName}` },
  { key: 'count', title: t('指标'), figure: true, render: (row) => row.count },
  { key: 'self', title: t('自评得分'), figure: true, render: (row) => row.self },
  { key: 'real', title: t('上级评定'), figure: true, render: (row) => row.real },
  { key: 'difference', title: t('自评高出'), figure: true, render: (row) => row.difference },
  { key: 'optimism', title: t('占分值'), unit: '%', figure: true, render: (row) => row.optimism },
]

/** 评定对照: what we gave ourselves beside what the superior gave, and by how much each lead was too hopeful. */
export const ComparisonTab = ({ plan }: { readonly plan: SuperiorPlan }) => {
  const [open, setOpen] = useState<'selfScore' | 'registerVerdict'>()
  const params = { superiorPlanId: plan.id }
  const asked = useQueryRoute(showComparison, { params })
  if (!asked.data) return <Pending refusal={asked.error} onRetry={asked.refetch} />
  const { rows, leads, verdict } = asked.data
  return (
    <>
      <Section
        title={t('自评与上级评定')}
        actions={
          <span className={work.acts}>
            {(['selfScore', 'registerVerdict'] as const)
              .filter((act) => plan.may.includes(act))
              .map((act) => (
                <Button key={act} onClick={() => setOpen(act)}>
                  {word('superiorPlanCommand', act)}
                </Button>
              ))}
            <ExportButton onExport={(format) => download(exportComparison, { params, query: { format } })} />
          </span>
        }
      >
        {verdict && (
          <Facts
            items={[
              { label: t('评定日期'), value: verdict.on },
              { label: t('文号'), value: verdict.number || t('无') },
              ...(verdict.scanDigest
                ? [
                    {
                      label: t('评定文件'),
                      value: (
                        <FileLinks
                          under={`/api/superior-plans/${plan.id}`}
                          files={[{ digest: verdict.scanDigest, name: t('查看') }]}
                        />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
        <Sheet caption={t('自评与上级评定')} columns={columns} rows={rows} rowKey={(row) => row.key} />
      </Section>
      {leads.length > 0 && (
        <Section title={t('各牵头单位的乐观程度')}>
          <Sheet
            caption={t('各牵头单位的乐观程度')}
            columns={leadColumns}
            rows={leads}
            rowKey={(row) => `${row.unitName}${row.sectionName}`}
          />
          <p className={work.note}>{t('自评高出上级评定的为正。供下年审核自评时参考，不作为考核依据。')}</p>
        </Section>
      )}
      <Suspense>
        {open && <ScoresDialog plan={plan} comparison={asked.data} act={open} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </>
  )
}
