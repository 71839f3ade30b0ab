import { listCirculated, listTasks, unreadCount } from '@quanheng/contract/workbench'
import { Link, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { DueMonth } from '../DueMonth.tsx'
import { Tasks } from '../Tasks.tsx'
import { verbOf } from '../verb.ts'
import styles from '../workbench.module.css'

const Done = lazy(() => import('../Done.tsx'))
const Started = lazy(() => import('../Started.tsx'))
const Circulated = lazy(() => import('../Circulated.tsx'))
const Urging = lazy(() => import('../Urging.tsx'))
const Notifications = lazy(() => import('../Notifications.tsx'))

const WorkbenchPage = () => {
  const { tab = 'tasks' } = useSearch({ strict: false }) as { tab?: string }
  const mayUrge = useMay('workbench.urge')
  const tasks = useQueryRoute(listTasks, { query: { size: 1 } }).data
  const toRead = useQueryRoute(listCirculated, { query: { size: 1 } }).data?.unread ?? 0
  const unread = useQueryRoute(unreadCount, {}).data?.count ?? 0
  const tabs = [
    { key: 'tasks', label: tasks ? t('待办（{{count}}）', { count: tasks.all }) : t('待办'), view: <Tasks /> },
    { key: 'done', label: t('已办'), view: <Done /> },
    { key: 'started', label: t('我发起的'), view: <Started /> },
    {
      key: 'circulated',
      label: toRead > 0 ? t('传阅（{{count}}）', { count: toRead }) : t('传阅'),
      view: <Circulated />,
    },
    ...(mayUrge ? [{ key: 'urging', label: t('催报'), view: <Urging /> }] : []),
    {
      key: 'notifications',
      label: unread > 0 ? t('通知（{{count}}）', { count: unread }) : t('通知'),
      view: <Notifications />,
    },
  ]
  const open = tabs.find((one) => one.key === tab) ?? tabs[0]
  const [first] = tasks?.rows ?? []
  return (
    <Page
      next={
        first && (
          <NextAct
            turn={first.light === 'red' ? 'stopped' : 'mine'}
            act={
              <Link to={first.link} className={styles.go}>
                {t('去办理')}
              </Link>
            }
          >
            {t('{{verb}}：{{object}}', { verb: verbOf(first), object: first.object })}
            {tasks && tasks.late > 0 && (
              <span className={styles.late}>{t('共 {{count}} 件已逾期', { count: tasks.late })}</span>
            )}
          </NextAct>
        )
      }
    >
      <div className={styles.columns}>
        <div className={styles.main}>
          <nav className={styles.tabs} aria-label={t('工作台')}>
            {tabs.map((one) => (
              <Link
                key={one.key}
                to="/"
                search={(one.key === 'tasks' ? {} : { tab: one.key }) as never}
                activeOptions={{ exact: true, includeSearch: true }}
                aria-current={one === open ? 'page' : undefined}
              >
                {one.label}
              </Link>
            ))}
          </nav>
          <Suspense fallback={<p>{t('正在读取…')}</p>}>{open?.view}</Suspense>
        </div>
        <DueMonth />
      </div>
    </Page>
  )
}

export default WorkbenchPage
