import { Link, useMatches } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { t } from '../i18n/t.ts'
import type {} from '../route/feature.ts'
import styles from './page.module.css'

export interface Crumb {
  readonly title: string
  /** Absent for the page itself. */
  readonly to?: string
}

export interface PageProps {
  /** Defaults to the title of the route. */
  readonly title?: string
  /** The way here, without the page itself. */
  readonly crumbs?: readonly Crumb[]
  /** Beside the title: number, year, state tag. */
  readonly note?: ReactNode
  /** What this person should do next, or who acts next and until when: `<NextAct>`. */
  readonly next?: ReactNode
  /** Buttons at the right of the title; at most one of them primary. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The frame of every page: where am I, what is this, what comes next. */
export const Page = ({ title, crumbs = [], note, next, actions, children }: PageProps) => {
  const matches = useMatches()
  const heading = title ?? matches.at(-1)?.staticData.page?.title() ?? ''
  useEffect(() => {
    document.title = heading === '' ? t('权衡') : `${heading} · ${t('权衡')}`
  }, [heading])
  return (
    <div className={styles.page}>
      {crumbs.length > 0 && (
        <nav aria-label={t('当前位置')} className={styles.crumbs}>
          {crumbs.map((crumb) =>
            crumb.to ? (
              <Link key={crumb.title} to={crumb.to}>
                {crumb.title}
              </Link>
            ) : (
              <span key={crumb.title}>{crumb.title}</span>
            ),
          )}
          <span aria-current="page">{heading}</span>
        </nav>
      )}
      <header className={styles.heading}>
        <h1>{heading}</h1>
        {note}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {next}
      {children}
    </div>
  )
}
