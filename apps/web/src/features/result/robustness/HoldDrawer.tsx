import { t } from '../../../shared/i18n/t.ts'
import RowDrawer from '../../../shared/table/RowDrawer.tsx'
import styles from '../result.module.css'
import { type Hold, sayFlip, sayGrade } from './holds.ts'

/** Every single thing that would give one unit another grade. */
const HoldDrawer = ({ hold, onClose }: { readonly hold: Hold; readonly onClose: () => void }) => (
  <RowDrawer
    title={t('{{unit}} · 现为{{grade}}', { unit: hold.unitName, grade: sayGrade(hold.grade) })}
    width={560}
    onClose={onClose}
  >
    <div className={styles.reason}>
      <ul>
        {hold.flips.map((flip) => (
          <li key={sayFlip(flip)}>{sayFlip(flip)}</li>
        ))}
      </ul>
    </div>
  </RowDrawer>
)

export default HoldDrawer
