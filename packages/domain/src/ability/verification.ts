import { postsGiving } from '../kernel/transition.ts'
import { sheetWorkflow } from '../sheet/transitions.ts'
import {
  type VerificationCommandKind,
  verificationPlanners,
  verificationWorkflow,
} from '../verification/transitions.ts'
import type { PostKind } from './posts.ts'

const giving = (command: VerificationCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: postsGiving(verificationWorkflow, command),
})

/** On-site verification (C-4.3): read from the transition tables, so that door and workflow cannot disagree. */
export const verificationAbilities = {
  'verification.read': {
    posts: [
      ...verificationPlanners,
      'principal',
      'leaderInCharge',
      'verificationLead',
      'verifier',
      'observer',
      'clerk',
    ],
  },
  'verification.plan': { posts: verificationPlanners },
  'verification.waive': { posts: postsGiving(sheetWorkflow, 'waiveVerification') },
  'verification.commit': giving('commit'),
  'verification.reveal': giving('reveal'),
  'verification.fallBack': giving('fallBack'),
  'verification.draw': giving('draw'),
  'verification.witness': giving('witness'),
  'verification.cancelDraw': giving('cancelDraw'),
  'verification.recordVisit': giving('recordVisit'),
  'verification.giveOpinion': giving('giveOpinion'),
  'verification.answer': giving('answer'),
  'verification.close': giving('close'),
} as const
