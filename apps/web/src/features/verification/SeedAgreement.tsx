import { Digest } from '../../shared/digest/Digest.tsx'
import { t } from '../../shared/i18n/t.ts'
import { Facts } from '../../shared/page/Facts.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { sayDay, sayMoment } from '../../shared/time/time.ts'
import styles from './verification.module.css'
import type { Verification } from './verification.ts'

/** 约定种子: who filed what and when, who has revealed, and whether it was given up. */
export const SeedAgreement = ({ agreement }: { readonly agreement: Verification['scope']['agreement'] }) => {
  if (!agreement) return null
  const { fallback } = agreement
  return (
    <Section title={t('约定种子')}>
      <Facts
        items={[
          { label: t('公开数取自'), value: agreement.source },
          { label: t('公开数公布日期'), value: sayDay(agreement.publishedOn) },
        ]}
      />
      <div className={styles.scroll}>
        <table className={styles.plain}>
          <thead>
            <tr>
              <th scope="col">{t('约定方')}</th>
              <th scope="col">{t('提交承诺')}</th>
              <th scope="col">{t('承诺校验码')}</th>
              <th scope="col">{t('揭示')}</th>
            </tr>
          </thead>
          <tbody>
            {agreement.parties.map((party) => (
              <tr key={party.personId}>
                <td>{party.name}</td>
                <td>{party.committedAt ? sayMoment(party.committedAt) : t('未提交')}</td>
                <td>{party.digest && <Digest value={party.digest} />}</td>
                <td>{party.revealedAt ? sayMoment(party.revealedAt) : t('未揭示')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {fallback && (
        <p>
          {t('{{by}} {{at}} 决定改用当场报数：{{reason}}', {
            by: fallback.by,
            at: sayMoment(fallback.at),
            reason: fallback.reason,
          })}
          {fallback.missing.length > 0 && t('（未办理：{{names}}）', { names: fallback.missing.join(t('、')) })}
        </p>
      )}
    </Section>
  )
}
