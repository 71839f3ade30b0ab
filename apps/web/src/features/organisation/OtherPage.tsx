import { Link } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { useMay } from '../../shared/session/session.ts'
import styles from './organisation.module.css'

/** From units to people and back, for whoever sees both. */
export const OtherPage = ({ here }: { readonly here: 'units' | 'people' | 'proposals' | 'separation' }) => {
  const mayManage = useMay('person.manage')
  const maySeparate = useMay('separation.read')
  const maySeeProposals = useMay('peopleProposal.read')
  if (!mayManage && !maySeparate && !maySeeProposals) return null
  return (
    <nav className={styles.nav} aria-label={t('组织人员')}>
      {mayManage && (
        <Link to="/people" aria-current={here === 'people' ? 'page' : undefined}>
          {t('人员任职')}
        </Link>
      )}
      <Link to="/organisations" aria-current={here === 'units' ? 'page' : undefined}>
        {t('单位科室')}
      </Link>
      {maySeeProposals && (
        <Link to={'/people-proposals' as never} aria-current={here === 'proposals' ? 'page' : undefined}>
          {t('人员变动申报')}
        </Link>
      )}
      {maySeparate && (
        <Link to={'/separation' as never} aria-current={here === 'separation' ? 'page' : undefined}>
          {t('职责分离')}
        </Link>
      )}
    </nav>
  )
}
