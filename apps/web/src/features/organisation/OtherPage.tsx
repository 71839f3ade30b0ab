import { Link } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { useMay } from '../../shared/session/session.ts'
import styles from './organisation.module.css'

/** From units to people and back, for whoever sees both. */
export const OtherPage = ({ here }: { readonly here: 'units' | 'people' }) => {
  const mayManage = useMay('person.manage')
  if (!mayManage) return null
  return (
    <nav className={styles.nav} aria-label={t('组织人员')}>
      <Link to="/people" aria-current={here === 'people' ? 'page' : undefined}>
        {t('人员任职')}
      </Link>
      <Link to="/organisations" aria-current={here === 'units' ? 'page' : undefined}>
        {t('单位科室')}
      </Link>
    </nav>
  )
}
