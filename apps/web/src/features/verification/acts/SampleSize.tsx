import { shareFound, sizeToFind } from '@quanheng/domain/verification/sample-size'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../verification.module.css'

/** Whole percents that people ask about. */
const shares = [5, 10, 20]

/** What a size can find: 95 % confidence to see at least one bad unit, for the list as it is now. */
export const SampleSize = ({ listed, size }: { readonly listed: number; readonly size: number }) => {
  if (listed < 1 || size > listed) return null
  const found = shareFound(listed, size)
  return (
    <p className={styles.note}>
      {found === undefined
        ? t('抽 {{size}} 家不足以有 95% 的把握查到问题。', { size })
        : t('抽 {{size}} 家：有问题的单位达到 {{share}}% 时，有 95% 的把握至少抽中一家。', { size, share: found })}{' '}
      {t('参考：{{table}}', {
        table: shares
          .map((share) => t('占 {{share}}% 抽 {{size}} 家', { share, size: sizeToFind(listed, share) }))
          .join(t('、')),
      })}
    </p>
  )
}
