import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 现场核验: what is verified, by which draw, what was found, and what the scoring side made of it. */
export const feature: Feature = {
  routes: [
    {
      path: '/verification',
      menu: 'verification',
      may: ['verification.read'],
      title: () => t('现场核验'),
      page: () => import('./pages/VerificationListPage.tsx'),
    },
    {
      path: '/verification/$verificationId',
      may: ['verification.read'],
      title: () => t('现场核验'),
      page: () => import('./pages/VerificationPage.tsx'),
    },
  ],
}
