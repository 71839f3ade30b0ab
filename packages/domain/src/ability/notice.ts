import { planAbilities } from './plan.ts'

/** 文件导入: whoever drafts plans, each for the own body (the scope of what is loaded). */
export const noticeAbilities = {
  'notice.read': planAbilities['plan.begin'],
  'notice.import': planAbilities['plan.begin'],
  'notice.choose': planAbilities['plan.begin'],
  'notice.draft': planAbilities['plan.begin'],
} as const
