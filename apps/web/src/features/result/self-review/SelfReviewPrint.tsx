import { t } from '../../../shared/i18n/t.ts'
import { PrintSheet } from '../../../shared/print/PrintSheet.tsx'
import type { SelfReview } from './self-review.ts'

/** 自查自评表 on A4: points, reasons, report, signed by who wrote it and the principal. */
export const SelfReviewPrint = ({ review }: { readonly review: SelfReview }) => (
  <PrintSheet
    title={t('自查自评表')}
    subtitle={`${review.unitName} · ${review.planTitle}`}
    signatures={[t('填报人'), t('单位主要领导')]}
  >
    <table>
      <caption>{t('自查自评表')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('指标')}</th>
          <th scope="col">{t('满分')}</th>
          <th scope="col">{t('自评分')}</th>
          <th scope="col">{t('初评分')}</th>
          <th scope="col">{t('核定分')}</th>
          <th scope="col">{t('自评扣分理由')}</th>
        </tr>
      </thead>
      <tbody>
        {review.rows.map((row) => (
          <tr key={row.itemId}>
            <td>{row.name}</td>
            <td>{row.fullMark}</td>
            <td>{row.self ?? ''}</td>
            <td>{row.first ?? ''}</td>
            <td>{row.final ?? ''}</td>
            <td>{row.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <h2>{t('自评报告')}</h2>
    {review.report.split('\n').map((line, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that does not change while it is printed
      <p key={at}>{line}</p>
    ))}
  </PrintSheet>
)
