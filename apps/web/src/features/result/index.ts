import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 结果: what is missing before a result can be locked, the locked versions, the office's register, totals after the freeze. */
export const feature: Feature = {
  routes: [
    {
      path: '/results',
      menu: 'results',
      may: ['result.read'],
      title: () => t('结果'),
      page: () => import('./pages/ResultListPage.tsx'),
    },
    {
      path: '/results/$planId',
      may: ['result.read'],
      title: () => t('结果'),
      page: () => import('./pages/PlanResultPage.tsx'),
    },
    {
      path: '/results/$planId/totals/$resultId',
      may: ['result.read'],
      title: () => t('总分和名次'),
      page: () => import('./pages/TotalsPage.tsx'),
    },
    {
      path: '/results/$planId/robustness/$resultId',
      may: ['result.read'],
      title: () => t('等次稳健性'),
      page: () => import('./pages/RobustnessPage.tsx'),
    },
    {
      path: '/results/$planId/analysis/$resultId',
      may: ['result.read'],
      title: () => t('打分分析'),
      page: () => import('./pages/AnalysisPage.tsx'),
    },
    {
      path: '/self-reviews',
      menu: 'selfReviews',
      may: ['selfReview.read'],
      title: () => t('自查自评'),
      page: () => import('./pages/SelfReviewListPage.tsx'),
    },
    {
      path: '/self-reviews/$planId/$unitId',
      may: ['selfReview.read'],
      title: () => t('自查自评'),
      page: () => import('./pages/SelfReviewPage.tsx'),
    },
    {
      path: '/feedback',
      menu: 'feedback',
      may: ['feedback.read'],
      title: () => t('初评反馈'),
      page: () => import('./pages/FeedbackPage.tsx'),
    },
    {
      path: '/feedback/$planId',
      may: ['feedback.read'],
      title: () => t('初评反馈'),
      page: () => import('./pages/PlanFeedbackPage.tsx'),
    },
    {
      path: '/feedback/$planId/$unitId',
      may: ['feedback.read'],
      title: () => t('初评反馈'),
      page: () => import('./pages/UnitFeedbackPage.tsx'),
    },
    {
      path: '/own-results',
      menu: 'ownResults',
      may: ['ownResult.read'],
      title: () => t('本单位得分'),
      page: () => import('./pages/OwnResultsPage.tsx'),
    },
    {
      path: '/own-results/$planId/$unitId',
      may: ['ownResult.read'],
      title: () => t('本单位得分'),
      page: () => import('./pages/OwnResultPage.tsx'),
    },
  ],
}
