import { type CreditCommandKind, claimants, competent, creditWorkflow, office } from '../credit/transitions.ts'
import { postsGiving } from '../kernel/transition.ts'
import type { PostKind } from './posts.ts'

const giving = (command: CreditCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(creditWorkflow, command),
})

/** 加减分核定: read from the transition table; which unit's post it must be is decided with the entry. */
export const creditAbilities = {
  'credit.read': {
    posts: [
      ...claimants,
      ...competent,
      'leaderInCharge',
      'unitAdmin',
      'clerk',
      'observer',
      'steeringHead',
      'steeringDeputy',
      'steeringMember',
    ],
  },
  'credit.claim': { posts: claimants },
  'credit.propose': { posts: competent },
  'credit.resubmit': giving('resubmit'),
  'credit.withdraw': giving('withdraw'),
  'credit.firstReview': giving('firstReview'),
  'credit.accept': giving('accept'),
  'credit.giveStatement': giving('giveStatement'),
  'credit.review': giving('review'),
  'credit.show': giving('show'),
  'credit.object': giving('object'),
  'credit.answerObjection': giving('answerObjection'),
  'credit.registerDecision': giving('registerDecision'),
  'credit.lift': giving('lift'),
  'credit.confirmDecision': giving('confirmDecision'),
  'credit.declineDecision': giving('declineDecision'),
  'creditRegister.ask': { posts: office },
  'creditRegister.reportZero': { posts: competent },
  'creditRegister.close': { posts: office },
  'creditRegister.reopen': { posts: office },
} as const
