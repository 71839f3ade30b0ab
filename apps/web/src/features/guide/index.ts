import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 操作指引: what each post tries, in which order, and what one does on this very page. */
export const feature: Feature = {
  routes: [
    { path: '/guide', title: () => t('操作指引'), page: () => import('./pages/GuidePage.tsx') },
    { path: '/guide/$post', title: () => t('操作指引'), page: () => import('./pages/PostGuidePage.tsx') },
  ],
  help: () => import('./PlaceHelp.tsx'),
}
