import { exportOutlook, showOutlook } from '@quanheng/contract/progress-report'
import type { ReplyOf } from '@quanheng/contract/route'
import { download } from '../../shared/api/download.ts'
import { useQueryRoute } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Pending } from '../../shared/page/Pending.tsx'
import { Section } from '../../shared/page/Section.tsx'
import type { Column } from '../../shared/table/column.ts'
import { ExportButton } from '../../shared/table/ExportButton.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import work from '../../shared/work/work.module.css'
import { type SuperiorPlan, sayTarget } from './superior-plan.ts'

type Row = ReplyOf<typeof showOutlook>['rows'][number]

const sayRange = ([low, high]: readonly [string, string]): string => (low === high ? low : `${low}—${high}`)

const sayBasis = ({ basis, kind }: Row): string => (basis ? word('outlookBasis', basis) : word('outlookKind', kind))

const sayData = ({ dataFrom, dataTo }: Row): string =>
  dataTo === null ? '' : dataFrom === dataTo ? dataTo : t('{{from}} 至 {{to}}', { from: dataFrom ?? '', to: dataTo })

const columns: readonly Column<Row>[] = [
  { key: 'name', title: t('上级指标'), width: 130, render: (row) => row.name },
  { key: 'fullMark', title: t('分值'), figure: true, render: (row) => row.fullMark },
  { key: 'target', title: t('上级目标'), figure: true, render: (row) => sayTarget(row.target, row.measureUnit) },
  {
    key: 'ownerFigure',
    title: t('单位预计全年数'),
    figure: true,
    render: (row) => (row.byOwner ? sayRange(row.byOwner.figure) : ''),
  },
  {
    key: 'ownerScore',
    title: t('单位预计得分'),
    figure: true,
    render: (row) => (row.byOwner ? sayRange(row.byOwner.score) : ''),
  },
  {
    key: 'linearFigure',
    title: t('按进度推算全年数'),
    figure: true,
    render: (row) => (row.linear ? sayRange(row.linear.figure) : ''),
  },
  {
    key: 'linearScore',
    title: t('按进度推算得分'),
    figure: true,
    render: (row) => (row.linear ? sayRange(row.linear.score) : ''),
  },
  { key: 'basis', title: t('计分依据'), width: 70, render: sayBasis },
  { key: 'owing', title: t('未报'), figure: true, render: (row) => (row.owing > 0 ? row.owing : '') },
  { key: 'data', title: t('数据截至'), render: sayData },
]

/** 预测: what the latest progress lets us expect, both ways side by side; never a score of ours. */
export const OutlookTab = ({ plan }: { readonly plan: SuperiorPlan }) => {
  const params = { superiorPlanId: plan.id }
  const asked = useQueryRoute(showOutlook, { params })
  if (!asked.data) return <Pending refusal={asked.error} onRetry={asked.refetch} />
  const { rows, total } = asked.data
  return (
    <Section
      title={t('得分预测')}
      actions={<ExportButton onExport={(format) => download(exportOutlook, { params, query: { format } })} />}
    >
      <p>
        {total.counted === 0
          ? t('还没有可供预测的进展。各单位报告后，按最近一期推算。')
          : t('可预测的 {{counted}} 个指标，预测合计 {{score}} 分；另有 {{left}} 个不能预测。', {
              counted: total.counted,
              score: sayRange(total.score),
              left: total.left,
            })}
      </p>
      <Sheet caption={t('得分预测')} columns={columns} rows={rows} rowKey={(row) => row.key} empty={t('尚未下达。')} />
      <p className={work.note}>
        {t(
          '按各单位最近一期所报推算：按进度推算是把累计完成数按天数摊到全年，比率、增速等各自承担的指标取牵头单位现值。上级评分标准能按数计算的照其计算，其余按完成比例、不超过满分。未报的单位按“一点没完成”到“完成目标”列出范围。预测只供调度，不进入任何得分。',
        )}
      </p>
    </Section>
  )
}
