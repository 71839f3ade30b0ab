import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** The door of the product: beginning, signing in, passwords. */
export const feature: Feature = {
  routes: [
    { path: '/first-run', door: 'open', title: () => t('首次启用'), page: () => import('./pages/FirstRunPage.tsx') },
    { path: '/login', door: 'open', title: () => t('登录'), page: () => import('./pages/LoginPage.tsx') },
    { path: '/links', door: 'open', title: () => t('设置密码'), page: () => import('./pages/LinkCodePage.tsx') },
    {
      path: '/links/$token',
      door: 'open',
      title: () => t('设置密码'),
      page: () => import('./pages/SetPasswordPage.tsx'),
    },
    { path: '/account/password', title: () => t('修改密码'), page: () => import('./pages/ChangePasswordPage.tsx') },
    { path: '/account/factor', title: () => t('第二因子'), page: () => import('./pages/FactorPage.tsx') },
  ],
}
