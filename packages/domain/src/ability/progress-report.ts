import { postsGiving } from '../kernel/transition.ts'
import { type ProgressCommandKind, progressWorkflow } from '../progress-report/transitions.ts'
import type { PostKind } from './posts.ts'

const giving = (command: ProgressCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(progressWorkflow, command),
})

/** 调度: reported and confirmed in the unit, urged by the office; read with the plan of the superior. */
export const progressReportAbilities = {
  'progressReport.report': giving('report'),
  'progressReport.confirm': giving('confirm'),
  'progressReport.return': giving('return'),
  'progressReport.urge': { posts: ['officeStaff', 'officeDirector'] },
} as const satisfies Record<string, { readonly posts: readonly PostKind[] }>
