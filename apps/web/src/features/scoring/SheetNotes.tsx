import { Link } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import styles from './scoring.module.css'
import { type Sheet, sayCause } from './sheet.ts'

const toSheet = (sheetId: string) => ({ to: '/scoring/$sheetId' as never, params: { sheetId } as never })

/** Why it came back or fell, own-unit recusal, and the sheets that continue it or that it continues. */
export const SheetNotes = ({ sheet }: { readonly sheet: Sheet }) => {
  const notes = [
    sheet.returnReason !== null && t('退回原因：{{reason}}', { reason: sheet.returnReason }),
    sheet.fallCause !== null && t('重新评分原因：{{cause}}', { cause: sayCause(sheet.fallCause) }),
    sheet.by === 'recusal' &&
      t('本表各单位由责任科室所在单位承担，按回避规定由{{unit}}评分。', { unit: sheet.scorerUnitName }),
    sheet.ownUnitName !== null && t('本人在{{unit}}任职，按回避规定不能评分和签字。', { unit: sheet.ownUnitName }),
    sheet.verification.kind === 'waived' && t('不作现场核验：{{reason}}', { reason: sheet.verification.reason ?? '' }),
  ].filter((note): note is string => typeof note === 'string')
  if (notes.length === 0 && sheet.amendments.length === 0 && sheet.amends === null) return null
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
      {sheet.amends !== null && (
        <li>
          {t('本表为补签表，只列须重新签字的单位。')} <Link {...toSheet(sheet.amends)}>{t('查看原表')}</Link>
        </li>
      )}
      {sheet.amendments.map((amendment) => (
        <li key={amendment.id}>
          {t('{{units}} 另表重新签字：{{state}}', {
            units: amendment.unitNames.join('、'),
            state: word('sheetState', amendment.state),
          })}{' '}
          <Link {...toSheet(amendment.id)}>{t('查看补签表')}</Link>
        </li>
      ))}
    </ul>
  )
}
