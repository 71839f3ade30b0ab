import { t } from '../../../shared/i18n/t.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { sayBasis } from '../../../shared/plan-diff/say-basis.ts'
import styles from '../collection.module.css'
import type { ShownDatum } from '../row.ts'

/** 指标卡片: how the figure is counted, which release counts, and what it is scored by. */
export const IndicatorCard = ({ leaf }: { readonly leaf: ShownDatum['leaves'][number] }) => {
  const { card } = leaf
  const target =
    leaf.target ??
    (leaf.targetPending &&
      t('待上级下达（{{owner}}，{{day}}提醒）', { owner: leaf.targetPending.owner, day: leaf.targetPending.remindOn }))
  const lines = [
    { label: t('计算公式'), value: card?.formula },
    { label: t('口径'), value: card?.measure },
    { label: t('计量单位'), value: card?.unit },
    { label: t('统计时段'), value: card?.period },
    { label: t('发布单位'), value: card?.publisher },
    { label: t('采用的数据'), value: card?.release },
    { label: t('任务'), value: leaf.task },
    { label: t('目标值'), value: target },
    { label: t('目标值依据'), value: leaf.taskBasis && sayBasis(leaf.taskBasis) },
    { label: t('完成标准'), value: leaf.standard },
  ]
  return (
    <section className={styles.card} aria-label={t('指标卡片')}>
      <h3>
        {leaf.name}
        <span className={styles.soft}> {t('{{mark}}分', { mark: leaf.fullMark })}</span>
      </h3>
      {leaf.sentence !== '' && <p className={styles.sentence}>{leaf.sentence}</p>}
      <Facts items={lines.flatMap(({ label, value }) => (value ? [{ label, value }] : []))} />
    </section>
  )
}
