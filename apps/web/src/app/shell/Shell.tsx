import { Outlet, useMatches } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { sayOverlongPastes } from '../../shared/form/overlong.ts'
import { t } from '../../shared/i18n/t.ts'
import { NoticeBoard } from '../../shared/notice/NoticeBoard.tsx'
import { may, useSession } from '../../shared/session/session.ts'
import { sayMoment } from '../../shared/time/time.ts'
import { Watermark } from '../../shared/watermark/Watermark.tsx'
import { ArchivedYear } from './ArchivedYear.tsx'
import { Header } from './Header.tsx'
import { NotAllowed } from './NotAllowed.tsx'
import { SideMenu } from './SideMenu.tsx'
import styles from './shell.module.css'
import { useStepUpQuestion } from './use-step-up-question.ts'

const StepUp = lazy(() => import('./StepUp.tsx'))

/** The name and the minute on every page and print, so that a photographed screen says whose it was. */
const Mark = () => {
  const { person, posts } = useSession()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return <Watermark lines={[`${person.name} ${posts[0]?.unitName ?? ''}`, sayMoment(now)]} />
}

export const Shell = () => {
  const session = useSession()
  const page = useMatches().at(-1)?.staticData.page
  const [menuOpen, setMenuOpen] = useState(false)
  const question = useStepUpQuestion()
  useEffect(sayOverlongPastes, [])
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('跳到正文')}
      </a>
      <Header onMenu={() => setMenuOpen(!menuOpen)} menuOpen={menuOpen} />
      <SideMenu open={menuOpen} onLeave={() => setMenuOpen(false)} />
      <main id="main" className={styles.main} tabIndex={-1}>
        {session.archived && <ArchivedYear {...session.archived} />}
        {may(session, page?.may) ? <Outlet /> : <NotAllowed />}
      </main>
      <NoticeBoard />
      <Mark />
      {question && (
        <Suspense>
          <StepUp login={session.person.login} onAnswer={question.answer} />
        </Suspense>
      )}
    </div>
  )
}
