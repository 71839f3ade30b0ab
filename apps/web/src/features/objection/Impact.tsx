import { objectionImpact } from '@quanheng/contract/objection'
import { useEffect } from 'react'
import { useQueryRoute } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { Refusal } from '../../shared/page/Refusal.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import styles from '../../shared/work/work.module.css'
import type { Impact as Shown } from './objection.ts'

type Row = Shown['units'][number]

const move = ({ from, to }: { readonly from: string | number | null; readonly to: string | number | null }): string =>
  from === to ? `${to ?? '—'}` : `${from ?? '—'} → ${to ?? '—'}`

interface Props {
  readonly objectionId: string
  readonly to: string
  /** What was seen, by its digest. */
  readonly onSeen?: (digest: string) => void
}

/** 影响范围 of other points, read from the published result; each look is written down. */
export const Impact = ({ objectionId, to, onSeen }: Props) => {
  const asked = useQueryRoute(objectionImpact, { params: { objectionId }, query: { points: to } })
  const digest = asked.data?.digest
  useEffect(() => {
    if (digest !== undefined) onSeen?.(digest)
  }, [digest, onSeen])
  if (!asked.data) return <Refusal refusal={asked.error ?? undefined} />
  const { points, line, units, ranked } = asked.data
  return (
    <div className={styles.list}>
      <p className={styles.note}>
        {t('该项得分 {{move}} 分', { move: move(points) })}
        {line && t('；年度方案“{{name}}”得分 {{move}} 分', { name: line.name, move: move(line) })}
        {t('。按公布的结果测算，查看已留痕。')}
      </p>
      {ranked ? (
        <Sheet
          caption={t('影响范围')}
          columns={[
            { key: 'unit', title: t('单位'), width: 200, render: (row: Row) => row.unitName },
            { key: 'total', title: t('总分'), render: (row) => move(row.total) },
            { key: 'rank', title: t('名次'), render: (row) => move(row.rank) },
            { key: 'grade', title: t('等次'), render: (row) => move(row.grade) },
          ]}
          rows={units}
          rowKey={(row) => row.unitId}
          empty={t('总分、名次、等次都没有变动。')}
        />
      ) : (
        <p>{t('该方案上面没有排名的年度结果，只影响本单位该项得分。')}</p>
      )}
    </div>
  )
}
