import { Figure } from '../../../shared/figure/Figure.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import RowDrawer from '../../../shared/table/RowDrawer.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import styles from '../result.module.css'
import type { Totals } from '../result.ts'
import { Bar } from './Bar.tsx'

interface Props {
  readonly totals: Totals
  readonly unitId: string
  readonly onOpen: (leafKey: string) => void
  readonly onClose: () => void
}

/** One unit's total: its components, each leading to why. */
const UnitDrawer = ({ totals, unitId, onOpen, onClose }: Props) => {
  const row = totals.groups.flatMap(({ rows }) => rows).find((one) => one.unitId === unitId)
  if (!row) return null
  const leaves = totals.nodes.filter(({ leaf }) => leaf)
  return (
    <RowDrawer title={row.unitName} width={680} onClose={onClose}>
      <div className={styles.reason}>
        <Facts
          items={[
            { label: t('总分'), value: <Figure value={row.total} /> },
            { label: t('原始分'), value: <Figure value={row.raw} /> },
            { label: t('折算分'), value: <Figure value={row.normalised} /> },
            { label: t('适用分值'), value: row.applicableFullMark },
          ]}
        />
        <Sheet
          caption={row.unitName}
          columns={[
            { key: 'name', title: t('指标'), width: 260, render: (leaf: (typeof leaves)[number]) => leaf.name },
            { key: 'full', title: t('满分'), figure: true, render: (leaf) => leaf.fullMark },
            {
              key: 'points',
              title: t('得分'),
              figure: true,
              render: ({ key }) => {
                const node = row.nodes.find((one) => one.key === key)
                if (!node || node.points === null || node.fullMark === null) return '—'
                return (
                  <button type="button" className={styles.why} onClick={() => onOpen(key)}>
                    <Figure value={node.points} />
                    <Bar points={node.points} fullMark={node.fullMark} />
                  </button>
                )
              },
            },
          ]}
          rows={leaves}
          rowKey={(leaf) => leaf.key}
        />
      </div>
    </RowDrawer>
  )
}

export default UnitDrawer
