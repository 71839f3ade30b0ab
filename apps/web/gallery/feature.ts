import type { Feature } from '../src/shared/route/feature.ts'

export const feature: Feature = {
  routes: [
    { path: '/gallery/table', title: () => '考评方案', menu: 'plans', page: () => import('./pages/TablePage.tsx') },
    { path: '/gallery/parts', title: () => '部件', menu: 'results', page: () => import('./pages/PartsPage.tsx') },
    { path: '/gallery/why', title: () => '为什么是这个分', menu: 'scoring', page: () => import('./pages/WhyPage.tsx') },
    { path: '/gallery/act', title: () => '有分量的操作', menu: 'approvals', page: () => import('./pages/ActPage.tsx') },
  ],
}
