import { t } from '../../../shared/i18n/t.ts'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from '../collection.module.css'
import type { ShownDatum, Version } from '../row.ts'
import { sayAuthor, sayMeasured, sayRelease } from '../say.ts'

interface Line {
  readonly label: string
  readonly of: (version: Version) => string | undefined
  readonly figure?: true
}

/** Every version of the figure side by side, oldest first: nothing is overwritten. */
export const Versions = ({ datum }: { readonly datum: ShownDatum }) => {
  if (datum.versions.length === 0) return <p className={styles.soft}>{t('尚未报送。')}</p>
  const confirmationOf = (version: Version) => datum.confirmations.findLast((one) => one.number === version.number)
  const lines: readonly Line[] = [
    { label: t('数值'), of: (version) => sayMeasured(datum, version.value), figure: true },
    { label: t('性质'), of: (version) => sayRelease(version.release) },
    { label: t('数据截至'), of: (version) => version.asOf },
    { label: t('收到日期'), of: (version) => version.receivedOn },
    { label: t('填报人'), of: sayAuthor },
    { label: t('填报时间'), of: (version) => sayMoment(version.at) },
    { label: t('说明'), of: (version) => version.reason },
    {
      label: t('逾期'),
      of: (version) =>
        version.late && t('应于{{due}}报送，逾期 {{days}} 天', { due: version.late.due, days: version.late.days }),
    },
    { label: t('逾期原因'), of: (version) => version.late?.reason },
    {
      label: t('代录'),
      of: (version) => version.onBehalf && `${version.onBehalf.body}：${version.onBehalf.reason}`,
    },
    {
      label: t('首次阅看'),
      of: (version) => {
        const one = datum.openings.find(({ number }) => number === version.number)
        return one && `${sayAuthor({ author: one.by })} ${sayMoment(one.at)}`
      },
    },
    {
      label: t('确认人'),
      of: (version) => {
        const one = confirmationOf(version)
        return one && `${sayAuthor({ author: one.by })} ${sayMoment(one.at)}`
      },
    },
    { label: t('缺件说明'), of: (version) => confirmationOf(version)?.gapReason ?? undefined },
    { label: t('校验码'), of: (version) => version.digest.slice(0, 12) },
  ]
  const head = (version: Version) =>
    version.stage === 'verified'
      ? t('核验数（第{{number}}次）', { number: version.number })
      : t('上报数（第{{number}}次）', { number: version.number })
  return (
    <div className={styles.scroll}>
      <table className={styles.versions}>
        <thead>
          <tr>
            <th scope="col">{t('项目')}</th>
            {datum.versions.map((version) => (
              <th key={version.number} scope="col">
                {head(version)}
                {version.number === datum.finalNumber && ` · ${t('用于评分')}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines
            .filter((line) => datum.versions.some((version) => line.of(version) !== undefined))
            .map((line) => (
              <tr key={line.label}>
                <th scope="row">{line.label}</th>
                {datum.versions.map((version) => (
                  <td key={version.number} {...(line.figure && { 'data-figure': true })}>
                    {line.of(version) ?? '—'}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}
