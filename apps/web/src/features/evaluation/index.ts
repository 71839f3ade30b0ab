import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 评议: rounds that give one figure of a plan, their ballots, counts and results. */
export const feature: Feature = {
  routes: [
    {
      path: '/evaluations',
      menu: 'evaluations',
      may: ['evaluation.read'],
      title: () => t('评议'),
      page: () => import('./pages/EvaluationListPage.tsx'),
    },
    {
      path: '/evaluations/$evaluationId',
      may: ['evaluation.read'],
      title: () => t('评议'),
      page: () => import('./pages/EvaluationPage.tsx'),
    },
  ],
}
