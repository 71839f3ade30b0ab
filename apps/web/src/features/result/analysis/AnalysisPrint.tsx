import { t } from '../../../shared/i18n/t.ts'
import { PrintSheet } from '../../../shared/print/PrintSheet.tsx'
import {
  type Analysis,
  hurryColumns,
  leafColumns,
  reasonColumns,
  reportingColumns,
  scorerColumns,
  type TextColumn,
  trendColumns,
} from './analysis.ts'

interface Props<Row> {
  readonly title: string
  readonly columns: readonly TextColumn<Row>[]
  readonly rows: readonly Row[]
}

const Part = <Row,>({ title, columns, rows }: Props<Row>) =>
  rows.length > 0 && (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {column.unit ? t('{{name}}（{{unit}}）', { name: column.title, unit: column.unit }) : column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const cells = columns.map(({ key, render }) => ({ key, text: render(row) }))
          return (
            <tr key={cells.map(({ text }) => text).join('\n')}>
              {cells.map(({ key, text }) => (
                <td key={key}>{text}</td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )

/** The A4 view: only what there is. */
export const AnalysisPrint = ({ analysis }: { readonly analysis: Analysis }) => (
  <PrintSheet title={t('打分分析')} subtitle={analysis.planTitle} digest={analysis.runDigest} landscape>
    <Part title={t('指标区分度')} columns={leafColumns()} rows={analysis.leaves} />
    <Part title={t('评分宽严')} columns={scorerColumns()} rows={analysis.scorers} />
    <Part title={t('雷同的扣分理由')} columns={reasonColumns()} rows={analysis.reasons} />
    <Part title={t('报送时间')} columns={reportingColumns()} rows={analysis.reporting} />
    <Part title={t('截止前改动')} columns={hurryColumns()} rows={analysis.hurries ?? []} />
    <Part title={t('历年总分、名次、等次')} columns={trendColumns(analysis.years)} rows={analysis.trends} />
  </PrintSheet>
)
