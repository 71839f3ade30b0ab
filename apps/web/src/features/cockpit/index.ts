import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 驾驶舱: one screen over an appraisal year, for the office and the leading group. */
export const feature: Feature = {
  routes: [
    {
      path: '/cockpit',
      menu: 'cockpit',
      may: ['cockpit.read'],
      title: () => t('驾驶舱'),
      page: () => import('./pages/CockpitPage.tsx'),
    },
  ],
}
