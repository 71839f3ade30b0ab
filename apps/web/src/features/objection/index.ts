import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 异议复核: one published score, answered, scored again by another, decided. */
export const feature: Feature = {
  routes: [
    {
      path: '/objections',
      menu: 'objections',
      may: ['objection.read'],
      title: () => t('异议复核'),
      page: () => import('./pages/ObjectionListPage.tsx'),
    },
    {
      path: '/objections/scores',
      may: ['objection.begin', 'objection.enter'],
      title: () => t('选择得分'),
      page: () => import('./pages/ScoresPage.tsx'),
    },
    {
      path: '/objections/$objectionId',
      may: ['objection.read'],
      title: () => t('异议复核'),
      page: () => import('./pages/ObjectionPage.tsx'),
    },
  ],
}
