import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 加减分核定: bonus claims, deductions and veto facts, and the register that is closed before totals. */
export const feature: Feature = {
  routes: [
    {
      path: '/adjustments',
      menu: 'adjustments',
      may: ['credit.read'],
      title: () => t('加减分核定'),
      page: () => import('./pages/CreditListPage.tsx'),
    },
    {
      path: '/adjustments/$creditId',
      may: ['credit.read'],
      title: () => t('加减分核定'),
      page: () => import('./pages/CreditPage.tsx'),
    },
  ],
}
