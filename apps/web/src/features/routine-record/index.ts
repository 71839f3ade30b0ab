import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 平时记录: dated facts about units within the year, confirmed, told to the unit, and beside the score when it is given. */
export const feature: Feature = {
  routes: [
    {
      path: '/routine-records',
      menu: 'routineRecords',
      may: ['routineRecord.read'],
      title: () => t('平时记录'),
      page: () => import('./pages/RoutineListPage.tsx'),
    },
    {
      path: '/routine-records/$routineRecordId',
      may: ['routineRecord.read'],
      title: () => t('平时记录'),
      page: () => import('./pages/RoutineRecordPage.tsx'),
    },
  ],
}
