import { Figure } from '../../../shared/figure/Figure.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import styles from '../fields/plan.module.css'
import { directionTone, isAlike, isSaturated, type SimulatedLeaf, type SimulatedUnit } from './simulation.ts'

const sayDirection = (direction: SimulatedUnit['direction']): string => {
  switch (direction) {
    case 'rises':
      return t('上升')
    case 'falls':
      return t('下降')
    case 'stays':
      return t('不变')
    case 'unknown':
      return t('缺数据')
  }
}

const arrow = (from: string | number | null, to: string | number | null): string =>
  from === to ? String(to ?? '—') : `${from ?? '—'} → ${to ?? '—'}`

/** One row a unit; grades only where either plan has them. */
export const unitColumns = (graded: boolean): readonly Column<SimulatedUnit>[] => [
  { key: 'unit', title: t('考核对象'), render: (unit) => unit.unitName },
  { key: 'group', title: t('分组'), render: (unit) => unit.groupName ?? t('未分组') },
  {
    key: 'direction',
    title: t('升降'),
    render: ({ direction }) => <StateTag word={sayDirection(direction)} tone={directionTone[direction]} />,
  },
  { key: 'from', title: t('原总分'), figure: true, render: ({ total }) => <Figure value={total.from} places={2} /> },
  { key: 'to', title: t('测算总分'), figure: true, render: ({ total }) => <Figure value={total.to} places={2} /> },
  {
    key: 'change',
    title: t('增减'),
    figure: true,
    render: ({ change }) => (change === null ? '—' : <Figure value={change} places={2} sign />),
  },
  { key: 'rank', title: t('组内名次'), figure: true, render: ({ rank }) => arrow(rank.from, rank.to) },
  ...(graded
    ? [
        {
          key: 'grade',
          title: t('等次'),
          render: ({ grade }: SimulatedUnit) => arrow(grade.from, grade.to),
        },
      ]
    : []),
  { key: 'leaves', title: t('得分有变的指标'), width: 220, render: ({ leafNames }) => leafNames.join('、') || t('无') },
]

const percent = (mean: string | null): string => (mean === null ? '—' : `${mean}%`)

const sayLeaf = (leaf: SimulatedLeaf) => {
  if (leaf.to === null) return <span className={styles.note}>{t('草稿已取消')}</span>
  if (leaf.to.scored === 0) return <span className={styles.heed}>{t('没有可用的数据')}</span>
  if (isSaturated(leaf)) return <span className={styles.heed}>{t('全部满分')}</span>
  if (isAlike(leaf)) return <span className={styles.heed}>{t('拉不开差距')}</span>
  return <span className={styles.good}>{t('有区分')}</span>
}

/** One row an indicator: how it spreads the units, before and after. */
export const leafColumns = (): readonly Column<SimulatedLeaf>[] => [
  { key: 'name', title: t('指标'), width: 200, render: (leaf) => leaf.name },
  { key: 'fullMark', title: t('分值（分）'), figure: true, render: (leaf) => leaf.fullMark },
  { key: 'judged', title: t('区分度'), render: sayLeaf },
  {
    key: 'full',
    title: t('满分的单位'),
    figure: true,
    render: ({ from, to }) => arrow(from?.full ?? null, to?.full ?? null),
  },
  {
    key: 'none',
    title: t('零分的单位'),
    figure: true,
    render: ({ from, to }) => arrow(from?.none ?? null, to?.none ?? null),
  },
  {
    key: 'mean',
    title: t('平均得分率'),
    figure: true,
    render: ({ from, to }) => arrow(percent(from?.mean ?? null), percent(to?.mean ?? null)),
  },
  { key: 'scored', title: t('有得分的单位'), figure: true, render: ({ to }) => to?.scored ?? '—' },
  { key: 'waiting', title: t('缺数据的单位'), figure: true, render: ({ to }) => to?.waiting ?? '—' },
]
