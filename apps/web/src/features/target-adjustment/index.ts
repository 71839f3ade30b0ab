import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 指标调整: what a unit asks to be changed of its items, from the draft to the reply and the plan's next version. */
export const feature: Feature = {
  routes: [
    {
      path: '/target-adjustments',
      menu: 'targetAdjustments',
      may: ['targetAdjustment.read'],
      title: () => t('指标调整'),
      page: () => import('./pages/AdjustmentListPage.tsx'),
    },
    {
      path: '/target-adjustments/$adjustmentId',
      may: ['targetAdjustment.read'],
      title: () => t('指标调整'),
      page: () => import('./pages/AdjustmentPage.tsx'),
    },
  ],
}
