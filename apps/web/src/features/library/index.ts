import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 制度文件: rules, policies and forms, searched by clause and cited as bases. */
export const feature: Feature = {
  routes: [
    {
      path: '/library',
      menu: 'library',
      may: ['library.read'],
      title: () => t('制度文件'),
      page: () => import('./pages/LibraryPage.tsx'),
    },
    {
      path: '/library/$libraryDocumentId',
      may: ['library.read'],
      title: () => t('制度文件'),
      page: () => import('./pages/LibraryDocumentPage.tsx'),
    },
  ],
}
