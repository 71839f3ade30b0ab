import { Navigate } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { Page } from '../../shared/page/Page.tsx'
import { useVisibleMenu } from './use-visible-menu.ts'

/** Where a person without a workbench starts: the first place of the menu, or a sentence why there is none. */
export const Start = () => {
  const first = useVisibleMenu()[0]?.entries[0]
  if (first) return <Navigate to={first.path} replace />
  return (
    <Page title={t('首页')}>
      <p>{t('您的账号目前没有可以办理的事项。需要岗位时，请联系本单位的单位管理员或安全管理员。')}</p>
    </Page>
  )
}
