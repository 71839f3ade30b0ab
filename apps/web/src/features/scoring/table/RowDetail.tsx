import { t } from '../../../shared/i18n/t.ts'
import { RecordsBeside } from '../../../shared/routine-record/RecordsBeside.tsx'
import { OutcomeTrace } from '../../../shared/why/OutcomeTrace.tsx'
import { sayBlocker } from '../../../shared/why/say.ts'
import styles from '../scoring.module.css'
import type { Row, Sheet } from '../sheet.ts'
import { RowEditor } from './RowEditor.tsx'

interface Props {
  readonly sheet: Sheet
  readonly row: Row
  readonly editable: boolean
  readonly onNext: () => void
  readonly onClose: () => void
}

/** Under a row: how its points come about, and what the handler says about them. */
const RowDetail = ({ sheet, row, editable, onNext, onClose }: Props) => (
  <div className={styles.detail}>
    <section aria-label={t('计分过程')}>
      <h3>{t('计分过程')}</h3>
      <OutcomeTrace outcome={row.outcome} />
      {row.blockers.length > 0 && (
        <ul className={styles.blockers}>
          {row.blockers.map((blocker) => (
            <li key={blocker.code}>{sayBlocker(blocker)}</li>
          ))}
        </ul>
      )}
      {row.evidence.missing.length > 0 && (
        <p className={styles.note}>{t('缺佐证：{{names}}', { names: row.evidence.missing.join('、') })}</p>
      )}
      <RecordsBeside planId={sheet.planId} leafKey={sheet.leafKey} unitId={row.unitId} />
    </section>
    {editable ? (
      <RowEditor key={row.version} sheet={sheet} row={row} onNext={onNext} onClose={onClose} />
    ) : (
      <section aria-label={t('扣分理由')}>
        <h3>{t('扣分理由')}</h3>
        {row.deductions.length === 0 ? (
          <p className={styles.note}>{t('无')}</p>
        ) : (
          <ul>
            {row.deductions.map((deduction) => (
              <li key={`${deduction.points}${deduction.reason}`}>
                {t('扣 {{points}} 分：{{reason}}', { points: deduction.points, reason: deduction.reason })}
              </li>
            ))}
          </ul>
        )}
      </section>
    )}
  </div>
)

export default RowDetail
