import type { ReplyOf } from '@quanheng/contract/route'
import type { showAnalysis } from '@quanheng/contract/scoring-analysis'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import type { Column } from '../../../shared/table/column.ts'

export type Analysis = ReplyOf<typeof showAnalysis>
type Leaf = Analysis['leaves'][number]
type Scorer = Analysis['scorers'][number]
type Reason = Analysis['reasons'][number]
type Reporting = Analysis['reporting'][number]
type HurryRow = NonNullable<Analysis['hurries']>[number]
type Trend = Analysis['trends'][number]

/** Text columns: the same on screen, on paper and to a listener. */
export interface TextColumn<Row> extends Column<Row> {
  readonly render: (row: Row) => string
}

const sayLeaf = ({ scored, full, none, alike }: Leaf): string => {
  if (alike && full === scored) return t('各单位都是满分，拉不开差距')
  if (alike) return t('各单位得分率相同，拉不开差距')
  return none > 0 ? t('零分 {{count}} 家', { count: none }) : ''
}

export const leafColumns = (): readonly TextColumn<Leaf>[] => [
  { key: 'name', title: t('指标'), width: 220, render: ({ name }) => name },
  { key: 'scored', title: t('考核对象'), unit: t('家'), figure: true, render: ({ scored }) => String(scored) },
  { key: 'mean', title: t('平均得分率'), unit: '%', figure: true, render: ({ mean }) => mean ?? '—' },
  { key: 'full', title: t('满分'), unit: t('家'), figure: true, render: ({ full }) => String(full) },
  { key: 'note', title: t('请留意'), width: 220, render: sayLeaf },
]

const sayScorer = ({ lean }: Scorer): string => (lean === 'usual' ? '' : word('scorerLean', lean))

export const scorerColumns = (): readonly TextColumn<Scorer>[] => [
  { key: 'name', title: t('评分单位'), width: 220, render: ({ name }) => name },
  { key: 'rows', title: t('评分'), unit: t('家次'), figure: true, render: ({ rows }) => String(rows) },
  { key: 'median', title: t('得分率中位数'), unit: '%', figure: true, render: ({ median }) => median },
  { key: 'full', title: t('满分'), unit: t('家次'), figure: true, render: ({ full }) => String(full) },
  { key: 'note', title: t('请留意'), width: 160, render: sayScorer },
]

export const reasonColumns = (): readonly TextColumn<Reason>[] => [
  { key: 'reason', title: t('扣分理由'), width: 260, render: ({ reason }) => reason },
  { key: 'rows', title: t('出现'), unit: t('处'), figure: true, render: ({ rows }) => String(rows) },
  { key: 'leaves', title: t('指标'), width: 200, render: ({ leafNames }) => leafNames.join(t('、')) },
  { key: 'units', title: t('考核对象'), width: 260, render: ({ unitNames }) => unitNames.join(t('、')) },
]

export const reportingColumns = (): readonly TextColumn<Reporting>[] => [
  { key: 'unit', title: t('报送单位'), width: 200, render: ({ unitName }) => unitName },
  { key: 'figures', title: t('报送'), unit: t('项'), figure: true, render: ({ figures }) => String(figures) },
  { key: 'lastDay', title: t('最后一天报送'), unit: t('项'), figure: true, render: (row) => String(row.onLastDay) },
  { key: 'late', title: t('逾期'), unit: t('项'), figure: true, render: ({ late }) => String(late) },
  { key: 'changed', title: t('改报'), unit: t('项'), figure: true, render: ({ changed }) => String(changed) },
]

const sayHurry = ({ hurry }: HurryRow): string => (hurry === 'usual' ? '' : word('reportingHurry', hurry))

export const hurryColumns = (): readonly TextColumn<HurryRow>[] => [
  { key: 'unit', title: t('报送单位'), width: 200, render: ({ unitName }) => unitName },
  { key: 'changes', title: t('改动'), unit: t('次'), figure: true, render: ({ changes }) => String(changes) },
  { key: 'last', title: t('截止前24小时内'), unit: t('次'), figure: true, render: ({ inLast }) => String(inLast) },
  { key: 'share', title: t('所占比例'), unit: '%', figure: true, render: ({ share }) => share },
  { key: 'note', title: t('请留意'), width: 160, render: sayHurry },
]

const sayYear = (one: Trend['years'][number]): string => {
  if (!one) return '—'
  const parts = [one.total ?? t('缺'), one.rank === null ? '' : t('第 {{rank}} 名', { rank: one.rank }), one.grade]
  return parts.filter(Boolean).join(' · ')
}

export const trendColumns = (years: readonly number[]): readonly TextColumn<Trend>[] => [
  { key: 'unit', title: t('考核对象'), width: 200, render: ({ unitName }) => unitName },
  ...years.map(
    (year, at): TextColumn<Trend> => ({
      key: String(year),
      title: t('{{year}} 年', { year }),
      width: 150,
      render: ({ years: own }) => sayYear(own[at] ?? null),
    }),
  ),
]
