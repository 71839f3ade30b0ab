import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 任务分解与调度: plans of the superior, divided over units and sections. */
export const feature: Feature = {
  routes: [
    {
      path: '/cascade',
      menu: 'cascade',
      may: ['superiorPlan.read'],
      title: () => t('任务分解与调度'),
      page: () => import('./pages/SuperiorListPage.tsx'),
    },
    {
      path: '/cascade/$superiorPlanId',
      may: ['superiorPlan.read'],
      title: () => t('上级考评方案'),
      page: () => import('./pages/SuperiorPlanPage.tsx'),
    },
  ],
}
