import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 监督事项, the observer's page, and 监督意见 with their answers. */
export const feature: Feature = {
  routes: [
    {
      path: '/observed',
      title: () => t('监督事项'),
      page: () => import('./pages/ObservedPage.tsx'),
      menu: 'observed',
      may: ['observed.read'],
    },
    {
      path: '/remarks',
      title: () => t('监督意见'),
      page: () => import('./pages/RemarksPage.tsx'),
      menu: 'remarks',
      may: ['remark.read'],
    },
  ],
}
