import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 全年文书: every paper that the year needs, where each is printed, and those printed here. */
export const feature: Feature = {
  routes: [
    {
      path: '/papers/year',
      may: ['approval.read'],
      title: () => t('全年文书'),
      page: () => import('./pages/YearPapersPage.tsx'),
    },
    {
      path: '/papers/year/$planId/$officialKind',
      may: ['officialPaper.read'],
      title: () => t('起草和印发'),
      page: () => import('./pages/OfficialPaperPage.tsx'),
    },
    {
      path: '/papers/templates',
      may: ['officeTemplate.read'],
      title: () => t('文书模板'),
      page: () => import('./pages/OfficeTemplatesPage.tsx'),
    },
  ],
}
