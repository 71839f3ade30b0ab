import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 通报简报: what the leading group and its office make known, and who has signed for it. */
export const feature: Feature = {
  routes: [
    {
      path: '/circulars',
      menu: 'circulars',
      may: ['circular.read'],
      title: () => t('通报简报'),
      page: () => import('./pages/CircularListPage.tsx'),
    },
    {
      path: '/circulars/$circularId',
      may: ['circular.read'],
      title: () => t('通报简报'),
      page: () => import('./pages/CircularPage.tsx'),
    },
  ],
}
