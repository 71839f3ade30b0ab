import { Figure } from '../figure/Figure.tsx'
import { t } from '../i18n/t.ts'
import { StateTag } from '../state/StateTag.tsx'
import styles from './why.module.css'
import type { WhyDatum } from './why.ts'

/** The figures that the arithmetic used, each with source, period and cut-off. */
export const WhyData = ({ data }: { readonly data: readonly WhyDatum[] }) => (
  <div className={styles.dataScroll}>
    <table className={styles.data}>
      <thead>
        <tr>
          <th scope="col">{t('数据项')}</th>
          <th scope="col">{t('数值')}</th>
          <th scope="col">{t('来源')}</th>
          <th scope="col">{t('所属期')}</th>
          <th scope="col">{t('截止日期')}</th>
          <th scope="col">{t('核验')}</th>
        </tr>
      </thead>
      <tbody>
        {data.map((datum) => (
          <tr key={datum.id}>
            <th scope="row">{datum.name}</th>
            <td className={styles.value}>
              <Figure value={datum.value} unit={datum.unit} />
              {datum.later && <div className={styles.later}>{datum.later}</div>}
            </td>
            <td>{datum.source}</td>
            <td>{datum.period}</td>
            <td>{datum.cutOff}</td>
            <td>
              {datum.verified ? (
                <StateTag word={t('已核验')} tone="done" />
              ) : (
                <StateTag word={t('未核验')} tone="waiting" />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
