import { Figure } from '../../../shared/figure/Figure.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { sayFigure } from '../../../shared/why/say.ts'
import styles from '../scoring.module.css'
import { type Sheet, sayBasis, scorerOf } from '../sheet.ts'

const say = (sheet: Sheet['rows'][number], role: 'actual' | 'target'): string =>
  sheet.figures
    .filter((figure) => figure.role === role)
    .map((figure) => sayFigure(figure) ?? t('缺'))
    .join('；')

/** The score sheet as paper: what the signature covers, row by row. */
export const SheetPaper = ({ sheet }: { readonly sheet: Sheet }) => {
  const hasTarget = sheet.rows.some((row) => say(row, 'target') !== '')
  return (
    <div className={styles.paper}>
      <h2>{t('{{year}}年度{{leaf}}指标考核评分表', { year: sheet.year, leaf: sheet.leafName })}</h2>
      <p>{t('评分科室：{{scorer}}　分值：{{mark}}', { scorer: scorerOf(sheet), mark: sheet.fullMark })}</p>
      <p>{t('评分标准：{{sentence}}', { sentence: sheet.sentence })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('序号')}</th>
            <th scope="col">{t('考核对象')}</th>
            {hasTarget && <th scope="col">{t('目标值')}</th>}
            <th scope="col">{t('实际完成')}</th>
            <th scope="col">{t('得分')}</th>
            <th scope="col">{t('扣分')}</th>
            <th scope="col">{t('扣分理由')}</th>
            <th scope="col">{t('评分依据')}</th>
            <th scope="col">{t('数据来源')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, index) => (
            <tr key={row.itemId}>
              <td>{index + 1}</td>
              <td>{row.unitName}</td>
              {hasTarget && <td>{say(row, 'target')}</td>}
              <td>{say(row, 'actual')}</td>
              <td>
                <Figure value={row.outcome.status === 'scored' ? row.outcome.points : null} />
              </td>
              <td>{row.lost}</td>
              <td>{row.deductions.map(({ reason }) => reason).join('；')}</td>
              <td>{sayBasis(row.basis)}</td>
              <td>{row.dataSource}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
