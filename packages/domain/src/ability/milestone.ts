import { doers } from '../assigned-task/model.ts'
import { postsGiving } from '../kernel/transition.ts'
import { confirmers, type MilestoneCommandKind, milestoneWorkflow } from '../milestone/transitions.ts'
import type { PostKind } from './posts.ts'

const given = (command: MilestoneCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(milestoneWorkflow, command),
})

/** 指标节点: read by the unit that has them, by who scores the indicator, by office, group and observers. */
export const milestoneAbilities = {
  'milestone.read': {
    posts: [...new Set<PostKind>([...doers, ...confirmers, 'clerk', 'steeringHead', 'steeringDeputy', 'observer'])],
  },
  'milestone.report': given('report'),
  'milestone.confirm': given('confirm'),
  'milestone.return': given('return'),
  'milestone.miss': given('miss'),
  /** 按亮灯催办: tells whoever is to be told today, once for each rung. */
  'milestone.urge': { posts: confirmers },
} as const
