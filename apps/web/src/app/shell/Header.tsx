import { Link, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import mark from '../../shared/brand/mark.svg'
import { t } from '../../shared/i18n/t.ts'
import { Icon } from '../../shared/icon/Icon.tsx'
import { useSession } from '../../shared/session/session.ts'
import { headerParts } from '../features.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { RehearsalDate } from './RehearsalDate.tsx'
import styles from './shell.module.css'

const Help = lazy(() => import('./Help.tsx'))

interface Props {
  readonly onMenu: () => void
  readonly menuOpen: boolean
}

export const Header = ({ onMenu, menuOpen }: Props) => {
  const { rehearsal } = useSession()
  const { pathname } = useLocation()
  // Help is of one page: it closes with the way to another.
  const [helpAt, setHelpAt] = useState<string>()
  const parts = useMemo(() => headerParts.map((part) => lazy(part)), [])
  return (
    <header className={styles.header}>
      <button
        type="button"
        className={styles.menuButton}
        aria-expanded={menuOpen}
        aria-controls="side-menu"
        aria-label={t('主菜单')}
        onClick={onMenu}
      >
        <Icon name={menuOpen ? 'close' : 'menu'} size={20} />
      </button>
      <Link to="/" className={styles.brand}>
        <img src={mark} alt="" width={24} height={24} />
        {t('权衡')}
      </Link>
      {rehearsal && <RehearsalDate date={rehearsal.date} />}
      <div className={styles.tools}>
        <Suspense>
          {parts.map((Part, index) => (
            <Part key={index.toString()} />
          ))}
        </Suspense>
        <button type="button" className={styles.tool} aria-label={t('帮助')} onClick={() => setHelpAt(pathname)}>
          <Icon name="help" size={18} />
          <span className={styles.wideOnly}>{t('帮助')}</span>
        </button>
        <PersonMenu />
      </div>
      {helpAt === pathname && (
        <Suspense>
          <Help onClose={() => setHelpAt(undefined)} />
        </Suspense>
      )}
    </header>
  )
}
