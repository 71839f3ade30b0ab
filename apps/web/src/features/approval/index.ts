import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 审批签发: the report over a locked version, its way through the chain, its package and receipt; and the papers that were issued. */
export const feature: Feature = {
  routes: [
    {
      path: '/approvals',
      menu: 'approvals',
      may: ['approval.read'],
      title: () => t('审批签发'),
      page: () => import('./pages/ApprovalListPage.tsx'),
    },
    {
      path: '/approvals/$approvalId',
      may: ['approval.read'],
      title: () => t('审批签发'),
      page: () => import('./pages/ApprovalPage.tsx'),
    },
    {
      path: '/approvals/paper/$resultId',
      may: ['approval.read'],
      title: () => t('评分报告'),
      page: () => import('./pages/PaperPage.tsx'),
    },
    {
      path: '/papers',
      menu: 'papers',
      may: ['approval.read'],
      title: () => t('公文'),
      page: () => import('./pages/IssuedPapersPage.tsx'),
    },
    {
      path: '/papers/books',
      may: ['approval.drawNumber'],
      title: () => t('发文登记簿'),
      page: () => import('./pages/NumberBooksPage.tsx'),
    },
  ],
}
