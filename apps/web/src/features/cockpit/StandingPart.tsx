import { Figure } from '../../shared/figure/Figure.tsx'
import { t } from '../../shared/i18n/t.ts'
import { Section } from '../../shared/page/Section.tsx'
import type { Column } from '../../shared/table/column.ts'
import { Sheet } from '../../shared/table/Sheet.tsx'
import { Bars } from './Bars.tsx'
import styles from './cockpit.module.css'
import type { Standing } from './cockpit.ts'

type Group = Standing['groups'][number]

const groupColumns = (): readonly Column<Group>[] => [
  { key: 'name', title: t('考核分组'), render: (group) => group.name },
  {
    key: 'units',
    title: t('单位'),
    figure: true,
    render: ({ counted, units }) =>
      counted === units ? units : t('{{units}}，其中有总分 {{counted}}', { units, counted }),
  },
  { key: 'mean', title: t('平均分'), figure: true, render: (group) => <Figure value={group.mean} /> },
  { key: 'highest', title: t('最高分'), figure: true, render: (group) => <Figure value={group.highest} /> },
  { key: 'lowest', title: t('最低分'), figure: true, render: (group) => <Figure value={group.lowest} /> },
]

const units = (count: number): string => t('{{count}} 家', { count })

/** How the totals lie: distribution and grades. */
export const DistributionPart = ({ standing }: { readonly standing: Standing }) => (
  <Section title={t('总分分布')}>
    <Bars
      bars={standing.distribution.map(({ from, to, units: count }) => ({
        key: from,
        name: t('{{from}}—{{to}} 分', { from, to }),
        length: count,
        says: units(count),
      }))}
    />
    <p className={styles.note}>{t('每段含下限，不含上限。')}</p>
    {standing.grades.length > 0 && (
      <Bars
        bars={standing.grades.map(({ grade, units: count }) => ({
          key: grade ?? '',
          name: grade ?? t('待定'),
          length: count,
          says: units(count),
        }))}
      />
    )}
  </Section>
)

export const GroupsPart = ({ standing }: { readonly standing: Standing }) => (
  <Section title={t('考核分组')}>
    <Sheet caption={t('考核分组')} columns={groupColumns()} rows={standing.groups} rowKey={({ key }) => key} />
  </Section>
)

const Moved = ({ title, moved }: { readonly title: string; readonly moved: Standing['risen'] }) => (
  <div>
    <h3>{title}</h3>
    {moved.length === 0 ? (
      <p className={styles.note}>{t('没有')}</p>
    ) : (
      <ol className={styles.moved}>
        {moved.map(({ unitId, unitName, rank, before }) => (
          <li key={unitId}>
            {unitName}
            <span className={styles.says}>{t('第{{before}}名 → 第{{rank}}名', { before, rank })}</span>
          </li>
        ))}
      </ol>
    )}
  </div>
)

/** Who rose and fell since the year before. */
export const MovementsPart = ({ standing }: { readonly standing: Standing }) => (
  <Section title={t('名次升降')}>
    {standing.before === null ? (
      <p className={styles.note}>{t('平台上没有以前年度审定的结果，不作比较。')}</p>
    ) : (
      <>
        <p className={styles.note}>{t('与{{year}}年比，组内名次升降最多的各五家。', { year: standing.before })}</p>
        <div className={styles.pair}>
          <Moved title={t('上升')} moved={standing.risen} />
          <Moved title={t('下降')} moved={standing.fallen} />
        </div>
      </>
    )}
  </Section>
)
