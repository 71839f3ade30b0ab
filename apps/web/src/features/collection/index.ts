import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** Collection: what is asked of me, reported, confirmed, proved; and whom to urge. */
export const feature: Feature = {
  routes: [
    {
      path: '/collection',
      title: () => t('数据采集与填报'),
      page: () => import('./pages/CollectionPage.tsx'),
      menu: 'collection',
      may: ['datum.read'],
    },
    {
      path: '/collection/evidence',
      title: () => t('台账资料'),
      page: () => import('./pages/EvidencePage.tsx'),
      may: ['evidence.read'],
    },
    {
      path: '/collection/packs',
      title: () => t('离线填报'),
      page: () => import('./pages/ReportPackPage.tsx'),
      may: ['datum.read'],
    },
    {
      path: '/collection/likenesses',
      title: () => t('雷同材料'),
      page: () => import('./pages/LikenessPage.tsx'),
      may: ['likeness.read'],
    },
    {
      path: '/collection/late-entries',
      title: () => t('补报申请'),
      page: () => import('./pages/LateEntryPage.tsx'),
      may: ['lateEntry.read'],
    },
    {
      path: '/collection/urging',
      title: () => t('催报清单'),
      page: () => import('./pages/UrgingPage.tsx'),
      may: ['datum.urge'],
    },
  ],
}
