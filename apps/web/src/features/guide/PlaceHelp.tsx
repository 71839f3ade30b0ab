import type { PostKind } from '@quanheng/domain/ability/posts'
import { Link, useLocation } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { useSession } from '../../shared/session/session.ts'
import { GuideSteps } from './GuideSteps.tsx'
import { stepsAt } from './guide.ts'

/** In the help drawer: what the own posts do on the page that is open, and the way to the whole guide. */
const PlaceHelp = () => {
  const { posts } = useSession()
  const { pathname } = useLocation()
  const steps = stepsAt(
    pathname,
    posts.map(({ kind }) => kind as PostKind),
  )
  return (
    <>
      {steps.length > 0 && (
        <section>
          <h3>{t('您在本页办什么')}</h3>
          <GuideSteps steps={steps} mine={false} />
        </section>
      )}
      <p>
        <Link to="/guide">{t('按岗位的操作指引')}</Link>
      </p>
    </>
  )
}

export default PlaceHelp
