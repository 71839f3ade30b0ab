import { doers } from '../assigned-task/model.ts'
import { postsGiving } from '../kernel/transition.ts'
import { type RoutineRecordCommandKind, recorders, routineRecordWorkflow } from '../routine-record/transitions.ts'
import type { PostKind } from './posts.ts'

const given = (command: RoutineRecordCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(routineRecordWorkflow, command),
})

/** 平时记录: read by who scores, by the unit once it is told, by office, group and observers. */
export const routineRecordAbilities = {
  'routineRecord.read': {
    posts: [...new Set<PostKind>([...doers, ...recorders, 'clerk', 'steeringHead', 'steeringDeputy', 'observer'])],
  },
  'routineRecord.begin': { posts: recorders },
  'routineRecord.edit': given('edit'),
  'routineRecord.discard': given('discard'),
  'routineRecord.submit': given('submit'),
  'routineRecord.confirm': given('confirm'),
  'routineRecord.return': given('return'),
  'routineRecord.state': given('state'),
  'routineRecord.uphold': given('uphold'),
  'routineRecord.withdraw': given('withdraw'),
} as const
