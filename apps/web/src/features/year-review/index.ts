import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 年度总结复盘: what units say of the year, what was taken up of it, and what goes on to next year's plan. */
export const feature: Feature = {
  routes: [
    {
      path: '/year-reviews',
      menu: 'yearReviews',
      may: ['yearReview.read'],
      title: () => t('总结复盘'),
      page: () => import('./pages/ReviewListPage.tsx'),
    },
    {
      path: '/year-reviews/$reviewId',
      may: ['yearReview.read'],
      title: () => t('总结复盘'),
      page: () => import('./pages/ReviewPage.tsx'),
    },
  ],
}
