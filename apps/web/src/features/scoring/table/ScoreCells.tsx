import type { ReactNode } from 'react'
import { Figure } from '../../../shared/figure/Figure.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { sayFigure } from '../../../shared/why/say.ts'
import styles from '../scoring.module.css'
import { type Row, type Sheet, sayBasis, sayCause } from '../sheet.ts'

interface Head {
  readonly key: string
  readonly title: string
  readonly unit?: string
  readonly figure?: true
}

/** Columns of the table; target and rate only where some row has them. */
export const titles = (sheet: Sheet): readonly Head[] => {
  const has = shownOf(sheet)
  const unit = sheet.measure
  return [
    { key: 'number', title: t('序号') },
    { key: 'unit', title: t('考核对象') },
    { key: 'group', title: t('考核分组') },
    ...(has.target ? [{ key: 'target', title: t('目标值'), unit, figure: true } as const] : []),
    { key: 'actual', title: t('实际完成'), unit, figure: true },
    ...(has.rate ? [{ key: 'rate', title: t('完成率'), unit: '%', figure: true } as const] : []),
    { key: 'points', title: t('得分'), figure: true },
    { key: 'lost', title: t('扣分'), figure: true },
    { key: 'reason', title: t('扣分理由') },
    { key: 'basis', title: t('评分依据') },
    { key: 'source', title: t('数据来源') },
    { key: 'evidence', title: t('佐证') },
    { key: 'state', title: t('状态') },
    { key: 'signatures', title: t('签字') },
  ]
}

const shownOf = (sheet: Sheet) => ({
  target: sheet.rows.some((row) => row.figures.some(({ role }) => role === 'target')),
  rate: sheet.rows.some((row) => row.rate !== null),
})

const Figures = ({ row, side }: { readonly row: Row; readonly side: 'actual' | 'target' }) => (
  <>
    {row.figures
      .filter((figure) => figure.role === side && figure.from !== 'group')
      .map((figure) => (
        <span key={figure.input} className={styles.figures} title={figure.source || undefined}>
          <Figure value={sayFigure(figure)} />
          {figure.verified && (
            <abbr title={t('核验数；上报数 {{reported}}', { reported: figure.reported ?? '' })}>{t('核')}</abbr>
          )}
          {figure.from === 'datum' && figure.value !== null && !figure.closed && row.fallen === null && (
            <abbr title={t('数据尚未关闭，仅供预览，不能签字')}>{t('未关闭')}</abbr>
          )}
        </span>
      ))}
  </>
)

const points = ({ outcome }: Row): ReactNode => {
  switch (outcome.status) {
    case 'scored':
      return <Figure value={outcome.points} />
    case 'missing':
      return <Figure value={null} />
    case 'ambiguous':
      return t('待定口径')
    case 'error':
      return t('不能计分')
  }
}

const State = ({ row }: { readonly row: Row }) => {
  if (row.fallen !== null) return <StateTag word={t('已失效')} tone="stop" />
  if (row.outcome.status === 'missing') return <StateTag word={t('缺数据')} tone="waiting" />
  const [first] = row.blockers
  if (first === undefined) return <StateTag word={t('齐备')} tone="done" />
  return first.code === 'sheet.dataOpen' ? (
    <StateTag word={t('数据未关闭')} tone="heed" />
  ) : (
    <StateTag word={t('待填')} tone="going" />
  )
}

interface Props {
  readonly sheet: Sheet
  readonly row: Row
  readonly index: number
  readonly onToggle: () => void
  readonly onWhy: () => void
}

/** The cells of one row; each can be reached by arrow keys, the first by Tab. */
export const ScoreCells = ({ sheet, row, index, onToggle, onWhy }: Props) => {
  const has = shownOf(sheet)
  const reached = { 'data-cell': true, tabIndex: -1 } as const
  const cell = { ...reached, role: 'gridcell' } as const
  const reasons = row.deductions.map(({ reason }) => reason).filter(Boolean)
  const needs = row.lost !== null && row.lost !== '0' && !row.lost.startsWith('-')
  return (
    <>
      <td className={styles.number} {...cell} tabIndex={index === 0 ? 0 : -1}>
        <button type="button" className={styles.expander} tabIndex={-1} onClick={onToggle}>
          <span className="unseen">{t('展开 {{unit}}', { unit: row.unitName })}</span>
          {index + 1}
        </button>
      </td>
      <th scope="row" title={row.unitName} {...reached}>
        {row.unitName}
      </th>
      <td className={styles.group} {...cell}>
        {row.groupName}
      </td>
      {has.target && (
        <td className={styles.figure} {...cell}>
          <Figures row={row} side="target" />
        </td>
      )}
      <td className={styles.figure} {...cell}>
        <Figures row={row} side="actual" />
      </td>
      {has.rate && (
        <td className={styles.figure} {...cell}>
          {row.rate === null ? '' : <Figure value={row.rate} places={2} />}
        </td>
      )}
      <td className={styles.figure} {...cell}>
        <button type="button" className={styles.why} onClick={onWhy} title={t('为什么是这个分')}>
          {points(row)}
        </button>
      </td>
      <td className={styles.figure} {...cell}>
        {row.lost === null ? '' : <Figure value={row.lost} />}
      </td>
      <td className={styles.reason} data-missing={needs && reasons.length === 0} {...cell}>
        {row.fallen ? sayCause(row.fallen.cause) : reasons.join('；') || (needs ? t('未填写') : '')}
      </td>
      <td className={styles.text} {...cell}>
        {sayBasis(row.basis)}
      </td>
      <td className={styles.text} {...cell}>
        {row.dataSource}
      </td>
      <td className={styles.figure} title={row.evidence.missing.join('、') || undefined} {...cell}>
        {`${row.evidence.present}/${row.evidence.listed}`}
      </td>
      <td {...cell}>
        <State row={row} />
      </td>
      <td className={styles.marks} {...cell}>
        {row.fallen === null &&
          sheet.order.map(({ role, signatureId }) => (
            <span key={role} data-given={signatureId !== null} title={word('sheetRole', role)}>
              {signatureId === null ? '○' : '●'}
            </span>
          ))}
      </td>
    </>
  )
}
