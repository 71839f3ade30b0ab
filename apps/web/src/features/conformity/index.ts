import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 公文格式检查: a .docx against GB/T 9704-2012, in the browser alone. */
export const feature: Feature = {
  routes: [
    {
      path: '/paper-check',
      title: () => t('公文格式检查'),
      page: () => import('./pages/CheckPaperPage.tsx'),
      menu: 'paperCheck',
    },
  ],
}
