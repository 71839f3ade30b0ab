import { postsGiving } from '../kernel/transition.ts'
import { conveners } from '../meeting/transitions.ts'
import {
  type ObjectionCommandKind,
  objectionDrafters,
  objectionRescorers,
  objectionWorkflow,
} from '../objection/transitions.ts'
import type { PostKind } from './posts.ts'

const giving = (command: ObjectionCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(objectionWorkflow, command),
})

const readers: readonly PostKind[] = [
  ...new Set<PostKind>([...objectionDrafters, ...conveners, ...objectionRescorers, 'steeringHead', 'observer']),
]

/** 异议复核: read from the transition table; which objections a post reads is the scope of what is loaded. */
export const objectionAbilities = {
  'objection.read': { posts: readers },
  /** 影响范围 names other units' totals, ranks and grades: for who decides alone. */
  'objection.impact': { posts: [...conveners, 'steeringHead'] satisfies readonly PostKind[] },
  'objection.begin': { posts: objectionDrafters },
  'objection.enter': { posts: conveners },
  'objection.edit': giving('edit'),
  'objection.send': giving('send'),
  'objection.withdraw': giving('withdraw'),
  'objection.register': giving('register'),
  'objection.decline': giving('decline'),
  'objection.answer': giving('answer'),
  'objection.rescore': giving('rescore'),
  'objection.decide': giving('decide'),
  'objection.confirm': giving('confirm'),
  'objection.sendBack': giving('sendBack'),
} as const
