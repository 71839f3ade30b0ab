import { postsGiving } from '../kernel/transition.ts'
import { type PlanCommandKind, planWorkflow } from '../plan/workflow.ts'
import { isAdministrator, type PostKind, postKinds } from './posts.ts'

/** An ability admits whoever one of the two kinds of plan admits; the plan's own workflow then decides. */
const giving = (command: PlanCommandKind): { readonly posts: readonly PostKind[] } => ({
  posts: [
    ...new Set(
      (['appraisalPlan', 'indicatorPlan'] as const).flatMap((kind) => postsGiving(planWorkflow(kind), command)),
    ),
  ],
})

const business = postKinds.filter((kind) => !isAdministrator(kind))

/** Plans: read from the transition table, so that door and workflow cannot disagree. */
export const planAbilities = {
  /** What of a plan a post sees (drafts are the owner's) is decided by the scope of what is loaded. */
  'plan.read': { posts: business },
  'plan.begin': giving('edit'),
  'plan.edit': giving('edit'),
  /** Whoever drafts may try the draft on facts of earlier years; who may on this year's is `maySimulate`. */
  'plan.simulate': giving('edit'),
  'plan.accept': giving('accept'),
  'plan.withdraw': giving('withdraw'),
  'plan.check': giving('check'),
  'plan.return': giving('return'),
  'plan.issue': giving('issue'),
  'plan.register': giving('register'),
  'plan.revise': giving('revise'),
  /** 节假日调休表 is a parameter of the platform, signed like any other act. */
  'calendar.edit': { posts: ['officeDirector', 'officeStaff', 'systemAdmin'] },
} as const
