import { t } from '../../shared/i18n/t.ts'
import styles from './verification.module.css'
import type { Verification } from './verification.ts'

/** 抽样推断: what the draw says about the units that nobody visited. Key picks are no part of it. */
export const Residual = ({ verification }: { readonly verification: Verification }) => {
  const { residual } = verification
  if (!residual) return null
  return (
    <p>
      {t(
        '抽样推断：抽查 {{drawn}} 家，{{bad}} 家应予改动；按入样概率推算，全名单 {{listed}} 家中约 {{estimated}} 家有此情形。',
        {
          drawn: residual.drawn,
          bad: residual.bad,
          listed: residual.listed,
          estimated: residual.estimated,
        },
      )}
      {t('有 {{confidence}}% 的把握，全名单至多 {{atMost}} 家。', {
        confidence: residual.confidence,
        atMost: residual.atMost,
      })}
      <span className={styles.note}>{t('重点核验的单位不是抽出来的，不计入推断。')}</span>
    </p>
  )
}
