import { Figure } from '../../../shared/figure/Figure.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import styles from '../result.module.css'
import { type Hold, leastOf, type Robustness, sayFlip, sayGrade } from './holds.ts'

type Gap = Hold['up']

const sayGap = (gap: Gap) =>
  gap === null ? (
    '—'
  ) : (
    <>
      <Figure value={gap.points} places={2} /> <span className={styles.waiting}>{gap.grade}</span>
    </>
  )

const Least = ({ hold }: { readonly hold: Hold }) => {
  const least = leastOf(hold)
  return least ? sayFlip(least) : <span className={styles.waiting}>{t('没有哪一项单独变动会改变等次')}</span>
}

const columns = (onOpen: (hold: Hold) => void): readonly Column<Hold>[] => [
  { key: 'unit', title: t('考核对象'), width: 150, render: (hold) => hold.unitName },
  { key: 'rank', title: t('名次'), figure: true, render: (hold) => hold.rank ?? '—' },
  { key: 'total', title: t('总分'), figure: true, render: (hold) => <Figure value={hold.total} /> },
  { key: 'grade', title: t('等次'), render: (hold) => sayGrade(hold.grade) },
  { key: 'up', title: t('距上一等次'), unit: t('分'), figure: true, render: ({ up }) => sayGap(up) },
  { key: 'down', title: t('高出下一等次'), unit: t('分'), figure: true, render: ({ down }) => sayGap(down) },
  { key: 'least', title: t('改变等次的最小变动'), width: 300, render: (hold) => <Least hold={hold} /> },
  {
    key: 'flips',
    title: t('可改变等次'),
    unit: t('项'),
    figure: true,
    render: (hold) =>
      hold.flips.length === 0 ? (
        '0'
      ) : (
        <button
          type="button"
          className={styles.why}
          aria-label={t('{{unit}}：{{count}} 项，逐项查看', { unit: hold.unitName, count: hold.flips.length })}
          onClick={() => onOpen(hold)}
        >
          {hold.flips.length}
        </button>
      ),
  },
]

interface Props {
  readonly group: Robustness['groups'][number]
  readonly onOpen: (hold: Hold) => void
}

/** One group by rank: how far each unit stands from the next grades and what its own hangs by. */
export const HoldTable = ({ group, onOpen }: Props) => (
  <Section title={t('{{name}}（{{count}} 家）', { name: group.name, count: group.rows.length })}>
    <Sheet
      caption={group.name}
      columns={columns(onOpen)}
      rows={group.rows}
      rowKey={(hold) => hold.unitId}
      empty={t('本组没有考核对象')}
    />
  </Section>
)
