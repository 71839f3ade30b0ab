import { Digest } from '../../shared/digest/Digest.tsx'
import { t } from '../../shared/i18n/t.ts'
import styles from './verification.module.css'
import type { Verification } from './verification.ts'

/** Whom it covers: units chosen with the reason, and the list that a draw takes from, fixed with its digest. */
export const Population = ({ scope }: { readonly scope: Verification['scope'] }) => (
  <>
    {scope.picks.length > 0 && (
      <ul className={styles.list}>
        {scope.picks.map(({ unitId, unitName, reason }) => (
          <li key={unitId}>{t('重点核验 {{unit}}：{{reason}}', { unit: unitName, reason })}</li>
        ))}
      </ul>
    )}
    {scope.kind === 'random' && (
      <details className={styles.population}>
        <summary>
          {t('抽样名单 {{total}} 家，抽 {{size}} 家', {
            total: scope.strata.reduce((sum, { units }) => sum + units.length, 0),
            size: scope.size ?? 0,
          })}
        </summary>
        {scope.strata.map(({ key, units }) => (
          <p key={key}>{units.map(({ code, unitName }) => `${code} ${unitName}`).join('　')}</p>
        ))}
        <p className={styles.note}>
          {t('名单校验码')} {scope.populationDigest && <Digest value={scope.populationDigest} />}
        </p>
      </details>
    )}
  </>
)
