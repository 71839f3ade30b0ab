import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
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
  readonly rowKey: (row: Row) => string
  readonly empty: string
}

const Part = <Row,>({ title, ...sheet }: Props<Row>) => (
  <Section title={title}>
    <Sheet caption={title} {...sheet} />
  </Section>
)

/** One table for each question; an empty one says that nothing of the kind was found. */
export const AnalysisTables = ({ analysis }: { readonly analysis: Analysis }) => (
  <>
    <Part
      title={t('指标区分度')}
      columns={leafColumns()}
      rows={analysis.leaves}
      rowKey={({ leafKey }) => leafKey}
      empty={t('锁定版中没有指标')}
    />
    <Part
      title={t('评分宽严')}
      columns={scorerColumns()}
      rows={analysis.scorers}
      rowKey={({ key }) => key}
      empty={t('没有评分')}
    />
    {analysis.purpose === 'leadReport' && (
      <>
        <Part
          title={t('雷同的扣分理由')}
          columns={reasonColumns()}
          rows={analysis.reasons}
          rowKey={({ reason }) => reason}
          empty={t('没有三处以上相同的扣分理由')}
        />
        <Part
          title={t('报送时间')}
          columns={reportingColumns()}
          rows={analysis.reporting}
          rowKey={({ unitId }) => unitId}
          empty={t('没有报送的数据')}
        />
        {analysis.hurries && (
          <Part
            title={t('截止前改动')}
            columns={hurryColumns()}
            rows={analysis.hurries}
            rowKey={({ unitId }) => unitId}
            empty={t('没有报送后再改动的数据')}
          />
        )}
      </>
    )}
    {analysis.trends.length > 0 && (
      <Part
        title={t('历年总分、名次、等次')}
        columns={trendColumns(analysis.years)}
        rows={analysis.trends}
        rowKey={({ unitId }) => unitId}
        empty=""
      />
    )}
  </>
)
