import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 指标节点: the board of lights, the list by day, and each milestone of each unit. */
export const feature: Feature = {
  routes: [
    {
      path: '/milestones',
      menu: 'milestones',
      may: ['milestone.read'],
      title: () => t('节点看板'),
      page: () => import('./pages/BoardPage.tsx'),
    },
    {
      path: '/milestones/list',
      menu: 'milestones',
      may: ['milestone.read'],
      title: () => t('指标节点台账'),
      page: () => import('./pages/MilestoneListPage.tsx'),
    },
    {
      path: '/milestones/$milestoneId',
      may: ['milestone.read'],
      title: () => t('指标节点'),
      page: () => import('./pages/MilestonePage.tsx'),
    },
  ],
}
