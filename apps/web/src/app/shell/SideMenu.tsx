import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { t } from '../../shared/i18n/t.ts'
import styles from './shell.module.css'
import { useVisibleMenu } from './use-visible-menu.ts'

interface Props {
  readonly open: boolean
  readonly onLeave: () => void
}

const isUnder = (path: string, entry: string): boolean =>
  entry === '/' ? path === '/' : path === entry || path.startsWith(`${entry}/`)

/** The map at the left; on a narrow screen it lies over the page until a place is chosen. */
export const SideMenu = ({ open, onLeave }: Props) => {
  const { pathname } = useLocation()
  const groups = useVisibleMenu()
  const nav = useRef<HTMLElement>(null)
  const queries = useQueryClient()
  /** A place chosen here is read anew, also the one that is open: others may have acted meanwhile. */
  const choose = (path: string) => {
    void queries.invalidateQueries({ refetchType: path === pathname ? 'active' : 'none' })
    onLeave()
  }
  useEffect(() => {
    if (open) nav.current?.querySelector('a')?.focus()
  }, [open])
  return (
    <>
      {open && <button type="button" className={styles.veil} onClick={onLeave} aria-label={t('收起菜单')} />}
      <nav
        ref={nav}
        id="side-menu"
        className={styles.side}
        data-open={open}
        aria-label={t('主菜单')}
        onKeyDown={(event) => event.key === 'Escape' && onLeave()}
      >
        {groups.map((group) => (
          <section key={group.entries[0]?.place}>
            {group.label && <h2>{group.label}</h2>}
            <ul>
              {group.entries.map((entry) => (
                <li key={entry.place}>
                  <Link
                    to={entry.path}
                    onClick={() => choose(entry.path)}
                    aria-current={entry.paths.some((path) => isUnder(pathname, path)) ? 'page' : undefined}
                  >
                    {entry.label}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
    </>
  )
}
