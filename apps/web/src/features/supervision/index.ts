import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 督查整改: orders of the head, visits and what they found, and the register of what is put right. */
export const feature: Feature = {
  routes: [
    {
      path: '/supervision',
      menu: 'supervision',
      may: ['supervision.read'],
      title: () => t('督查整改'),
      page: () => import('./pages/SupervisionListPage.tsx'),
    },
    {
      path: '/supervision/rectifications',
      menu: 'supervision',
      may: ['rectification.read'],
      title: () => t('整改台账'),
      page: () => import('./pages/RectificationListPage.tsx'),
    },
    {
      path: '/supervision/rectifications/$rectificationId',
      may: ['rectification.read'],
      title: () => t('整改事项'),
      page: () => import('./pages/RectificationPage.tsx'),
    },
    {
      path: '/supervision/visits/$supervisionVisitId',
      may: ['supervisionVisit.read'],
      title: () => t('督查走访'),
      page: () => import('./pages/VisitPage.tsx'),
    },
    {
      path: '/supervision/$supervisionId',
      may: ['supervision.read'],
      title: () => t('督查'),
      page: () => import('./pages/SupervisionPage.tsx'),
    },
  ],
}
