import { type ReactNode, useEffect } from 'react'
import mark from '../../shared/brand/mark.svg'
import { t } from '../../shared/i18n/t.ts'
import { Preferences } from '../../shared/preferences/Preferences.tsx'
import { SecrecyNote } from '../../shared/secrecy/SecrecyNote.tsx'
import styles from './account.module.css'

interface Props {
  readonly title: string
  readonly children: ReactNode
  /** Beside the form on a wide screen, under it on a narrow one. */
  readonly aside?: ReactNode
}

/** What stands around every page before the shell: name, secrecy, language. */
export const DoorFrame = ({ title, children, aside }: Props) => {
  useEffect(() => {
    document.title = `${title} · ${t('权衡')}`
  }, [title])
  return (
    <div className={styles.door}>
      <header className={styles.masthead}>
        <img src={mark} alt="" width={32} height={32} />
        <p>
          <strong>{t('权衡')}</strong>
          <span>{t('绩效考评平台')}</span>
        </p>
      </header>
      <main className={styles.columns}>
        <section className={styles.card}>
          <h1>{title}</h1>
          {children}
          <SecrecyNote />
        </section>
        {aside}
      </main>
      <footer className={styles.footer}>
        <Preferences />
      </footer>
    </div>
  )
}
