import { exportInspection, packInspection, showInspection } from '@quanheng/contract/progress-report'
import type { ReplyOf } from '@quanheng/contract/route'
import { Button } from 'antd'
import { useState } from 'react'
import { download } from '../../shared/api/download.ts'
import { useQueryRoute } from '../../shared/api/hooks.ts'
import { RefusedError } from '../../shared/api/refused.ts'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Pending } from '../../shared/page/Pending.tsx'
import { Refusal } from '../../shared/page/Refusal.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { StateTag } from '../../shared/state/StateTag.tsx'
import type { Column } from '../../shared/table/column.ts'
import { ExportButton } from '../../shared/table/ExportButton.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import { FileLinks } from '../../shared/work/FileLinks.tsx'
import work from '../../shared/work/work.module.css'
import styles from './superior-plan.module.css'
import { type SuperiorPlan, sayPeriod } from './superior-plan.ts'

type Row = ReplyOf<typeof showInspection>['rows'][number]

const columns: readonly Column<Row>[] = [
  { key: 'number', title: t('编号'), render: (row) => row.number },
  { key: 'indicator', title: t('上级指标'), width: 180, render: (row) => row.indicator },
  {
    key: 'unit',
    title: t('承担单位、科室'),
    width: 180,
    render: (row) => `${row.unitName}${row.sectionName}（${word('shareRole', row.role)}）`,
  },
  { key: 'owner', title: t('责任人'), render: (row) => row.owner },
  {
    key: 'state',
    title: t('情况'),
    render: (row) =>
      row.files.length === 0 ? (
        <StateTag word={t('缺')} tone="stop" />
      ) : (
        <StateTag word={t('已有 {{count}} 份', { count: row.files.length })} tone="done" />
      ),
  },
  {
    key: 'files',
    title: t('材料'),
    width: 280,
    render: (row) =>
      row.files.map((file) => (
        <div key={file.digest}>
          <FileLinks under={`/api/progress-reports/${file.progressReportId}`} files={[file]} />
          <span className={styles.sub}>{sayPeriod(file.period)}</span>
        </div>
      )),
  },
]

/** 迎检: what each unit has brought for each indicator, what is missing, and the pack for the inspectors. */
export const InspectionTab = ({ plan }: { readonly plan: SuperiorPlan }) => {
  const params = { superiorPlanId: plan.id }
  const asked = useQueryRoute(showInspection, { params })
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<RefusedError>()
  if (!asked.data) return <Pending refusal={asked.error} onRetry={asked.refetch} />
  const { rows, missing, mayPack } = asked.data
  const take = async () => {
    setBusy(true)
    setRefusal(undefined)
    try {
      await download(packInspection, { params })
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      setRefusal(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section
      title={t('迎检资料')}
      actions={
        <span className={work.acts}>
          <ExportButton onExport={(format) => download(exportInspection, { params, query: { format } })} />
          {mayPack && (
            <Button loading={busy} onClick={() => void take()}>
              {t('下载迎检资料包')}
            </Button>
          )}
        </span>
      }
    >
      <p>
        {missing === 0
          ? t('各承担单位都已提供材料。')
          : t('还有 {{count}} 项没有材料，由所列责任人在报告进展时附上。', { count: missing })}
      </p>
      <Sheet
        caption={t('迎检资料')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.shareKey}
        empty={t('尚未下达。')}
      />
      <Refusal refusal={refusal} />
      <p className={work.note}>
        {t('材料取自各期进展报告，同一份材料只列一次；退回的报告不列。资料包按指标、单位编号分文件夹，附目录。')}
      </p>
    </Section>
  )
}
