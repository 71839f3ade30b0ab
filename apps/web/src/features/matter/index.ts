import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 重要事项: opinions of members, each answered, and the head's decision. */
export const feature: Feature = {
  routes: [
    {
      path: '/matters',
      menu: 'matters',
      may: ['matter.read'],
      title: () => t('重要事项'),
      page: () => import('./pages/MatterListPage.tsx'),
    },
    {
      path: '/matters/$matterId',
      may: ['matter.read'],
      title: () => t('重要事项'),
      page: () => import('./pages/MatterPage.tsx'),
    },
  ],
}
