import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** The home page: what waits for me, what I did, what is due when; and the bell of notifications. */
export const feature: Feature = {
  routes: [{ path: '/', title: () => t('工作台'), page: () => import('./pages/WorkbenchPage.tsx'), menu: 'workbench' }],
  header: () => import('./Bell.tsx'),
}
