import { type Confidence, shareFound, sizeToFind } from '@quanheng/domain/verification/sample-size'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../verification.module.css'

/** Whole percents that people ask about. */
const shares = [5, 10, 20]

interface Props {
  readonly listed: number
  readonly size: number
  readonly confidence: Confidence
}

/** What a size can find: with the confidence stated, at least one bad unit of the list as it is now, all drawn alike. */
export const SampleSize = ({ listed, size, confidence }: Props) => {
  if (listed < 1 || size > listed) return null
  const found = shareFound(listed, size, confidence)
  return (
    <p className={styles.note}>
      {found === undefined
        ? t('抽 {{size}} 家不足以有 {{confidence}}% 的把握查到问题。', { size, confidence })
        : t('抽 {{size}} 家：有问题的单位达到 {{share}}% 时，有 {{confidence}}% 的把握至少抽中一家。', {
            size,
            share: found,
            confidence,
          })}{' '}
      {t('参考：{{table}}', {
        table: shares
          .map((share) => t('占 {{share}}% 抽 {{size}} 家', { share, size: sizeToFind(listed, share, confidence) }))
          .join(t('、')),
      })}
    </p>
  )
}
