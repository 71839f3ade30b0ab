import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 文件导入: notices read into draft plans, every field beside its place in the text. */
export const feature: Feature = {
  routes: [
    {
      path: '/notices',
      title: () => t('文件导入'),
      page: () => import('./pages/NoticeListPage.tsx'),
      menu: 'notices',
      may: ['notice.read'],
    },
    {
      path: '/notices/$noticeId',
      title: () => t('核对导入内容'),
      page: () => import('./pages/NoticePage.tsx'),
      may: ['notice.read'],
    },
  ],
}
