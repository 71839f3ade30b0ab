import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** Plans: drawn up, checked, issued, compared; and the holiday tables that their deadlines are counted by. */
export const feature: Feature = {
  routes: [
    {
      path: '/plans',
      title: () => t('考评方案'),
      page: () => import('./pages/PlanListPage.tsx'),
      menu: 'plans',
      may: ['plan.read'],
    },
    {
      path: '/plans/rules',
      title: () => t('规则试读'),
      page: () => import('./pages/TryRulePage.tsx'),
      may: ['plan.edit'],
    },
    { path: '/plans/$planId', title: () => t('方案'), page: () => import('./pages/PlanPage.tsx'), may: ['plan.read'] },
    {
      path: '/plans/$planId/simulation',
      title: () => t('模拟测算'),
      page: () => import('./pages/SimulationPage.tsx'),
      may: ['plan.simulate'],
    },
    {
      path: '/system/calendar',
      title: () => t('节假日安排'),
      page: () => import('./pages/CalendarPage.tsx'),
      menu: 'system',
      may: ['calendar.edit'],
    },
  ],
}
