import { lastHours } from '@quanheng/domain/analysis/hurry'
import { label } from '@quanheng/messages/labels'
import type { TableColumn, TableValues } from '@quanheng/papers/xlsx/model'
import type { Analysed } from './present-analysis.ts'

const columns: readonly TableColumn[] = [
  { key: 'kind', header: '类别', width: 14, kind: 'text' },
  { key: 'name', header: '名称', width: 36, kind: 'text' },
  { key: 'rows', header: '家次', width: 8, kind: 'quantity' },
  { key: 'share', header: '得分率', unit: '%', width: 12, kind: 'quantity' },
  { key: 'full', header: '满分家次', width: 10, kind: 'quantity' },
  { key: 'note', header: '请留意', width: 60, kind: 'text' },
]

const leafRow = ({ name, scored, mean, full, none, alike }: Analysed['leaves'][number]): TableValues => ({
  kind: '指标',
  name,
  rows: String(scored),
  share: mean ?? undefined,
  full: String(full),
  note: alike ? '各单位得分率相同，拉不开差距' : none > 0 ? `零分${none}家` : undefined,
})

const scorerRow = ({ name, rows, median, full, lean }: Analysed['scorers'][number]): TableValues => ({
  kind: '评分单位',
  name,
  rows: String(rows),
  share: median,
  full: String(full),
  note: label('zh-CN', 'scorerLean', lean),
})

const reasonRow = ({ reason, rows, unitNames, leafNames }: Analysed['reasons'][number]): TableValues => ({
  kind: '雷同理由',
  name: reason.slice(0, 2_000),
  rows: String(rows),
  note: `${leafNames.join('、')}：${unitNames.join('、')}`.slice(0, 2_000),
})

const reportingRow = ({ unitName, figures, onLastDay, late, changed }: Analysed['reporting'][number]): TableValues => ({
  kind: '报送时间',
  name: unitName,
  rows: String(figures),
  note: `最后一天报${onLastDay}项，逾期${late}项，改报${changed}项`,
})

const hurryRow = ({
  unitName,
  changes,
  inLast,
  share,
  hurry,
}: NonNullable<Analysed['hurries']>[number]): TableValues => ({
  kind: '截止前改动',
  name: unitName,
  rows: String(changes),
  note: `截止前${lastHours}小时内改动${inLast}次，占${share}%；${label('zh-CN', 'reportingHurry', hurry)}`,
})

const trendRow =
  (years: readonly number[]) =>
  ({ unitName, years: standings }: Analysed['trends'][number]): TableValues => ({
    kind: '历年',
    name: unitName,
    note: standings
      .flatMap((one, at) =>
        one ? [`${years[at]}年${one.total ?? '缺'}分${one.rank === null ? '' : `第${one.rank}名`}`] : [],
      )
      .join('；'),
  })

/** 打分分析 as one sheet: a line for each indicator, scorer, shared reason, body and unit over the years. */
export const analysisList = (
  title: string,
  { leaves, scorers, reasons, reporting, hurries, years, trends }: Analysed,
) => ({
  title,
  columns,
  rows: [
    ...leaves.map(leafRow),
    ...scorers.map(scorerRow),
    ...reasons.map(reasonRow),
    ...reporting.map(reportingRow),
    ...(hurries ?? []).map(hurryRow),
    ...trends.map(trendRow(years)),
  ],
})
