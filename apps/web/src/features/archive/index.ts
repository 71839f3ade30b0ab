import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 归档: packages of a year that anyone can verify without this platform. */
export const feature: Feature = {
  routes: [
    {
      path: '/log/archives',
      title: () => t('归档'),
      page: () => import('./pages/ArchivesPage.tsx'),
      may: ['archive.read'],
    },
  ],
}
