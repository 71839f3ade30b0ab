import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 评分: score sheets from the first figure to the last signature. */
export const feature: Feature = {
  routes: [
    {
      path: '/scoring',
      menu: 'scoring',
      may: ['sheet.read'],
      title: () => t('评分'),
      page: () => import('./pages/ScoringListPage.tsx'),
    },
    {
      path: '/scoring/$sheetId',
      may: ['sheet.read'],
      title: () => t('评分表'),
      page: () => import('./pages/ScoreSheetPage.tsx'),
    },
  ],
}
