import { t } from '../../../shared/i18n/t.ts'
import styles from '../collection.module.css'
import { sayRelease } from '../say.ts'
import type { ReadPack } from './pack.ts'

type Figure = ReadPack['figures'][number]

const present = ({ before, typed }: Figure): string => {
  if (typed !== null)
    return before === null ? t('草稿：{{typed}}', { typed }) : t('{{before}}；草稿：{{typed}}', { before, typed })
  return before ?? t('未填报')
}

/** Figures of the workbook beside what stands on the platform. */
export const PackFigures = ({ read: { figures, blank, faults } }: { readonly read: ReadPack }) => (
  <section>
    <h3>
      {faults.length > 0
        ? t('没有错误的数据 {{count}} 项', { count: figures.length })
        : t('数据 {{count}} 项将成为草稿', { count: figures.length })}
    </h3>
    {blank > 0 && (
      <p className={styles.soft}>{t('另有 {{count}} 行没有填写，或与平台上一致，不动。', { count: blank })}</p>
    )}
    {figures.length > 0 && (
      <div className={styles.scroll}>
        <table className={styles.versions}>
          <caption className={styles.hiddenCaption}>{t('将成为草稿的数据')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('行')}</th>
              <th scope="col">{t('数据项')}</th>
              <th scope="col">{t('考核单位')}</th>
              <th scope="col">{t('平台上现为')}</th>
              <th scope="col">{t('填报值')}</th>
              <th scope="col">{t('数据截至')}</th>
              <th scope="col">{t('数据性质')}</th>
              <th scope="col">{t('说明')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((one) => (
              <tr key={one.datumId}>
                <td>{one.row}</td>
                <td>{one.elementName}</td>
                <td>{one.unitName}</td>
                <td>{present(one)}</td>
                <td data-figure>
                  {one.text}
                  {one.measure}
                </td>
                <td data-day>{one.asOf}</td>
                <td>{sayRelease(one.release)}</td>
                <td>{one.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
)
