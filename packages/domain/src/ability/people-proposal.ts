import { postsGiving } from '../kernel/transition.ts'
import { peopleProposalWorkflow } from '../people-proposal/transitions.ts'
import type { AbilityRule } from './ability-rule.ts'

export const peopleProposalAbilities = {
  'peopleProposal.read': { posts: ['unitAdmin', 'securityAdmin'] },
  'peopleProposal.write': { posts: postsGiving(peopleProposalWorkflow, 'write') },
  'peopleProposal.decide': { posts: postsGiving(peopleProposalWorkflow, 'decide') },
} as const satisfies Record<string, AbilityRule>
