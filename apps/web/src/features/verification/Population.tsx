import { Digest } from '../../shared/digest/Digest.tsx'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import styles from './verification.module.css'
import type { Verification } from './verification.ts'

type Scope = Verification['scope']

const isWeighed = ({ strata }: Scope): boolean => strata.some(({ units }) => units.some(({ risk }) => risk !== null))

/** The list with each unit's 风险权数 and 入样概率, as they were fixed. */
const Weighed = ({ scope }: { readonly scope: Scope }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
  <section className={styles.listed} tabIndex={0} aria-label={t('抽样名单')}>
    <table className={styles.plain}>
      <thead>
        <tr>
          <th scope="col">{t('编号')}</th>
          <th scope="col">{t('单位')}</th>
          <th scope="col">{t('风险因素')}</th>
          <th scope="col">{t('风险权数')}</th>
          <th scope="col">{t('入样概率')}</th>
        </tr>
      </thead>
      <tbody>
        {scope.strata.flatMap(({ units }) =>
          units.map((unit) => (
            <tr key={unit.unitId}>
              <td>{unit.code}</td>
              <td>{unit.unitName}</td>
              <td>{unit.facts.map((fact) => word('riskFact', fact)).join(t('、'))}</td>
              <td>{unit.risk}</td>
              <td>{unit.chance}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  </section>
)

/** Whom it covers: units chosen with the reason, and the list that a draw takes from, fixed with its digest. */
export const Population = ({ scope }: { readonly scope: Scope }) => (
  <>
    {scope.picks.length > 0 && (
      <ul className={styles.list}>
        {scope.picks.map(({ unitId, unitName, reason }) => (
          <li key={unitId}>{t('重点核验 {{unit}}：{{reason}}', { unit: unitName, reason })}</li>
        ))}
      </ul>
    )}
    {scope.kind === 'random' && scope.populationDigest === null && (
      <p>{t('随机抽 {{size}} 家；双方都提交承诺后，名单即行确定。', { size: scope.size ?? 0 })}</p>
    )}
    {scope.kind === 'random' && scope.populationDigest !== null && (
      <details className={styles.population}>
        <summary>
          {t('抽样名单 {{total}} 家，抽 {{size}} 家', {
            total: scope.strata.reduce((sum, { units }) => sum + units.length, 0),
            size: scope.size ?? 0,
          })}
        </summary>
        {scope.factors.length > 0 && (
          <p>
            {t('按风险加权：基数 1，{{factors}}', {
              factors: scope.factors
                .map(({ fact, adds }) => t('{{fact}}加 {{adds}}', { fact: word('riskFact', fact), adds }))
                .join(t('、')),
            })}
          </p>
        )}
        {isWeighed(scope) && <Weighed scope={scope} />}
        {scope.strata.map(({ key, units }) => (
          <p key={key} hidden={isWeighed(scope)}>
            {units.map(({ code, unitName }) => `${code} ${unitName}`).join('　')}
          </p>
        ))}
        <p className={styles.note}>
          {t('名单校验码')} <Digest value={scope.populationDigest} />
        </p>
      </details>
    )}
  </>
)
