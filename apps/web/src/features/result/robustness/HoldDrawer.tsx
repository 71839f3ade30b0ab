import { t } from '../../../shared/i18n/t.ts'
import RowDrawer from '../../../shared/table/RowDrawer.tsx'
import { type Hold, sayFlip, sayGrade } from './holds.ts'

/** Every single thing that would give one unit another grade. */
const HoldDrawer = ({ hold, onClose }: { readonly hold: Hold; readonly onClose: () => void }) => (
  <RowDrawer
    title={t('{{unit}} · 现为{{grade}}', { unit: hold.unitName, grade: sayGrade(hold.grade) })}
    width={560}
    onClose={onClose}
  >
    <ul>
      {hold.flips.map((flip) => (
        <li key={sayFlip(flip)}>{sayFlip(flip)}</li>
      ))}
    </ul>
  </RowDrawer>
)

export default HoldDrawer
