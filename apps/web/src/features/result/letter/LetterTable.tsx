import type { DeductionLetter, LetterReason } from '@quanheng/domain/result/deduction-letter'
import { Figure } from '../../../shared/figure/Figure.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { sayBasis } from '../result.ts'

const sayReason = (reason: LetterReason): string => {
  switch (reason.kind) {
    case 'reason':
      return reason.reason
    case 'rounding':
      return t('按规定位数取整的尾差')
    case 'unsaid':
      return t('理由见评分报告')
  }
}

/** Which points went and why, one row a reason; the last row is the sum. */
export const LetterTable = ({ letter }: { readonly letter: DeductionLetter }) => (
  <table>
    <caption>{t('扣分明细')}</caption>
    <thead>
      <tr>
        <th scope="col">{t('指标')}</th>
        <th scope="col">{t('满分')}</th>
        <th scope="col">{t('得分')}</th>
        <th scope="col">{t('扣分')}</th>
        <th scope="col">{t('扣分理由')}</th>
        <th scope="col">{t('评分依据')}</th>
      </tr>
    </thead>
    <tbody>
      {letter.lines.flatMap((line) =>
        line.reasons.map((reason, at) => (
          <tr key={`${line.leafKey}${reason.kind}${'reason' in reason ? reason.reason : ''}${reason.points}`}>
            {at === 0 && (
              <>
                <th scope="rowgroup" rowSpan={line.reasons.length}>
                  {line.name}
                </th>
                <td rowSpan={line.reasons.length}>
                  <Figure value={line.fullMark} />
                </td>
                <td rowSpan={line.reasons.length}>
                  <Figure value={line.points} />
                </td>
              </>
            )}
            <td>
              <Figure value={reason.points} />
            </td>
            <td>{sayReason(reason)}</td>
            <td>{reason.kind === 'reason' ? sayBasis(reason.basis) : ''}</td>
          </tr>
        )),
      )}
      <tr>
        <th scope="row">{t('合计（全部指标）')}</th>
        <td>
          <Figure value={letter.fullMark} />
        </td>
        <td>
          <Figure value={letter.points} />
        </td>
        <td>
          <Figure value={letter.lost} />
        </td>
        <td colSpan={2}>{t('满分减得分等于扣分之和')}</td>
      </tr>
    </tbody>
  </table>
)
