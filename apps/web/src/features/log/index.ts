import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 操作留痕 over the whole installation, for those who audit; how it is sealed, and the own receipt, for everybody. */
export const feature: Feature = {
  routes: [
    {
      path: '/log',
      title: () => t('操作留痕'),
      page: () => import('./pages/LogPage.tsx'),
      menu: 'log',
      may: ['act.audit'],
    },
    {
      path: '/log/checkpoints',
      title: () => t('存证点与回执'),
      page: () => import('./pages/CheckpointsPage.tsx'),
      menu: 'log',
    },
    {
      path: '/log/files',
      title: () => t('存档文件核对'),
      page: () => import('./pages/FileChecksPage.tsx'),
      may: ['fileCheck.read'],
    },
    {
      path: '/log/totals-views',
      title: () => t('总分查看记录'),
      page: () => import('./pages/TotalsViewsPage.tsx'),
      may: ['act.audit'],
    },
  ],
}
