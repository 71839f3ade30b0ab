import type { Coverage, Threshold } from '@quanheng/domain/rule/coverage'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../fields/plan.module.css'
import own from './rule.module.css'

const sides = ({ below, on, above }: Threshold): readonly string[] => [
  ...(below ? [] : [t('以下')]),
  ...(on ? [] : [t('等于')]),
  ...(above ? [] : [t('以上')]),
]

interface Props {
  readonly coverage: Coverage
  /** Of the coverage's proposals, those that have a score to confirm. */
  readonly ready: number
}

/** Thresholds that no example shows on one of their sides, and what stands in the way of proposing one. */
export const Covered = ({ coverage: { measure, thresholds, proposals }, ready }: Props) => {
  const lacking = thresholds.map((one) => ({ at: one.at, sides: sides(one) })).filter((one) => one.sides.length > 0)
  const undecided = proposals.length - ready
  if (lacking.length === 0 && undecided === 0)
    return thresholds.length > 0 && ready === 0 ? (
      <p className={styles.good}>{t('每处界限的以下、等于、以上都有示例。')}</p>
    ) : null
  return (
    <>
      {lacking.length > 0 && (
        <p className={own.coverage}>
          <span>{t('{{measure}}还没有示例的界限：', { measure: measure ?? '' })}</span>
          {lacking.map((one) => (
            <span key={one.at} className={own.lacking}>
              {t('{{at}} {{sides}}', { at: one.at, sides: one.sides.join('、') })}
            </span>
          ))}
        </p>
      )}
      {undecided > 0 && (
        <p className={styles.note}>{t('其中 {{count}} 个示例要先确认口径才有应得分。', { count: undecided })}</p>
      )}
    </>
  )
}
