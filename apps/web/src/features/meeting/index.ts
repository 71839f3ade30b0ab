import { t } from '../../shared/i18n/t.ts'
import type { Feature } from '../../shared/route/feature.ts'

/** 会议: topics, preliminary review, record and minutes, and the tasks that meetings give. */
export const feature: Feature = {
  routes: [
    {
      path: '/meetings',
      menu: 'meetings',
      may: ['meeting.read'],
      title: () => t('会议'),
      page: () => import('./pages/MeetingListPage.tsx'),
    },
    {
      path: '/meetings/$meetingId',
      may: ['meeting.read'],
      title: () => t('会议'),
      page: () => import('./pages/MeetingPage.tsx'),
    },
    {
      path: '/assigned-tasks/$assignedTaskId',
      may: ['assignedTask.read'],
      title: () => t('交办事项'),
      page: () => import('./pages/AssignedTaskPage.tsx'),
    },
  ],
}
