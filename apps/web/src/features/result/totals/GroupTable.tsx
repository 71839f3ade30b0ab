import { Figure } from '../../../shared/figure/Figure.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import styles from '../result.module.css'
import { sayRank, type Totals } from '../result.ts'
import { Bar } from './Bar.tsx'

type Group = Totals['groups'][number]
type Row = Group['rows'][number]

interface Props {
  readonly group: Group
  readonly totals: Totals
  /** For a wall: names stay on one line as far as they can. */
  readonly large: boolean
  /** Every component as a column of its own. */
  readonly detailed: boolean
  readonly onOpen: (unitId: string, leafKey?: string) => void
}

const columns = ({ totals, large, detailed, onOpen }: Props): readonly Column<Row>[] => [
  { key: 'unit', title: t('考核对象'), width: large ? 400 : 150, render: (row) => row.unitName },
  { key: 'rank', title: t('名次'), figure: true, render: sayRank },
  {
    key: 'total',
    title: t('总分'),
    figure: true,
    render: (row) => (
      <button type="button" className={styles.why} onClick={() => onOpen(row.unitId)}>
        <strong>
          <Figure value={row.total} />
        </strong>
      </button>
    ),
  },
  { key: 'raw', title: t('原始分'), figure: true, render: (row) => <Figure value={row.raw} /> },
  { key: 'normalised', title: t('折算分'), figure: true, render: (row) => <Figure value={row.normalised} /> },
  ...(detailed
    ? [{ key: 'applicable', title: t('适用分值'), figure: true as const, render: (row: Row) => row.applicableFullMark }]
    : []),
  ...totals.nodes
    .filter(({ leaf }) => leaf && detailed)
    .map(
      ({ key, name, fullMark }): Column<Row> => ({
        key,
        title: name,
        unit: t('{{mark}} 分', { mark: fullMark }),
        figure: true,
        render: (row) => {
          const node = row.nodes.find((one) => one.key === key)
          if (!node || node.points === null || node.fullMark === null) return '—'
          return (
            <button type="button" className={styles.why} onClick={() => onOpen(row.unitId, key)}>
              <Figure value={node.points} />
              <Bar points={node.points} fullMark={node.fullMark} />
            </button>
          )
        },
      }),
    ),
]

/** One group: ranks, both totals, and every component as a door to why. */
export const GroupTable = (props: Props) => (
  <Section title={t('{{name}}（{{count}} 家）', { name: props.group.name, count: props.group.rows.length })}>
    <Sheet
      caption={props.group.name}
      columns={columns(props)}
      rows={props.group.rows}
      rowKey={(row) => row.unitId}
      empty={t('本组没有考核对象')}
    />
  </Section>
)
