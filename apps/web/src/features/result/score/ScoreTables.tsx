import { scoreTable } from '@quanheng/contract/result'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { Figure } from '../../../shared/figure/Figure.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import styles from '../result.module.css'
import { type Leaf, type ScoreRow, sayBasis } from '../result.ts'

const ScoreDrawer = lazy(() => import('./ScoreDrawer.tsx'))
const WhyItem = lazy(() => import('../../../shared/why/WhyItem.tsx'))

interface Opened {
  readonly leafKey: string
  readonly row: ScoreRow
}

const columns = (leaf: Leaf, onOpen: (row: ScoreRow) => void): readonly Column<ScoreRow>[] => [
  { key: 'unit', title: t('考核对象'), render: (row) => row.unitName },
  { key: 'target', title: t('目标值'), unit: leaf.measure, figure: true, render: (row) => row.target ?? '—' },
  { key: 'actual', title: t('实际完成'), unit: leaf.measure, figure: true, render: (row) => row.actual },
  {
    key: 'points',
    title: t('得分'),
    figure: true,
    render: (row) => (
      <button type="button" className={styles.why} title={t('为什么是这个分')} onClick={() => onOpen(row)}>
        <Figure value={row.points} />
        {row.adjustment && (
          <abbr title={t('计算得分 {{computed}}，会议核定', { computed: row.computed })}>{t('核定')}</abbr>
        )}
      </button>
    ),
  },
  { key: 'lost', title: t('扣分'), figure: true, render: (row) => <Figure value={row.lost} places={2} /> },
  {
    key: 'reason',
    title: t('扣分理由'),
    width: 210,
    render: (row) =>
      row.deductions.map(({ reason, points }) => t('{{reason}}（{{points}}分）', { reason, points })).join('；'),
  },
  { key: 'basis', title: t('评分依据'), width: 100, render: (row) => sayBasis(row.basis) },
  { key: 'source', title: t('数据来源'), width: 140, optional: true, render: (row) => row.source },
]

interface Props {
  readonly planId: string
  readonly resultId: string | undefined
}

/** One table an indicator: from the locked version, or what is signed so far. */
export const ScoreTables = ({ planId, resultId }: Props) => {
  const [opened, setOpened] = useState<Opened>()
  const asked = useQueryRoute(scoreTable, { params: { planId }, query: resultId === undefined ? {} : { resultId } })
  if (!asked.data) return <Pending refusal={asked.error} onRetry={asked.refetch} />
  return (
    <>
      {asked.data.leaves.map((leaf) => (
        <Section key={leaf.key} title={t('{{name}}（{{mark}} 分）', { name: leaf.name, mark: leaf.fullMark })}>
          <Sheet
            caption={leaf.name}
            columns={columns(leaf, (row) => setOpened({ leafKey: leaf.key, row }))}
            rows={leaf.rows}
            rowKey={(row) => row.unitId}
            empty={t('还没有签字的得分')}
          />
          {leaf.waiting.length > 0 && (
            <p className={styles.waiting}>
              {t('待签字：{{names}}', { names: leaf.waiting.map(({ unitName }) => unitName).join('、') })}
            </p>
          )}
        </Section>
      ))}
      {opened?.row.itemId && resultId === undefined && (
        <Suspense>
          <WhyItem itemId={opened.row.itemId} unitName={opened.row.unitName} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
      {opened && resultId !== undefined && (
        <Suspense>
          <ScoreDrawer
            place={{ resultId, leafKey: opened.leafKey, unitId: opened.row.unitId }}
            onClose={() => setOpened(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}
