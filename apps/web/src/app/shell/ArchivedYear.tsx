import { t } from '../../shared/i18n/t.ts'
import { sayDay } from '../../shared/time/time.ts'
import styles from './shell.module.css'

interface Props {
  readonly year: number
  readonly title: string
  readonly madeOn: string
  readonly leaves: number
}

/** On every page of a system that holds one archived year: what it is, and that nothing can be done here. */
export const ArchivedYear = ({ year, title, madeOn, leaves }: Props) => (
  <p className={styles.archived} role="note">
    <strong>{t('归档 · 只读')}</strong>
    {t('{{title}}（{{year}}年度），归档包制作于{{day}}，导入时已核验留痕 {{leaves}} 条。只供查阅，不能办理事项。', {
      title,
      year,
      day: sayDay(madeOn),
      leaves,
    })}
  </p>
)
