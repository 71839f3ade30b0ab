import type { PostKind } from '../ability/posts.ts'

/** One row of somebody's 待办, and the line 现在由谁办 on every object's page. */
export interface NextAct {
  readonly noun:
    | 'plan'
    | 'datum'
    | 'lateEntry'
    | 'selfReview'
    | 'feedback'
    | 'feedbackQuestion'
    | 'sheet'
    | 'verification'
    | 'credit'
    | 'leadReport'
    | 'approval'
    | 'submission'
    | 'meeting'
    | 'assignedTask'
    | 'circular'
    | 'matter'
    | 'supervision'
    | 'supervisionVisit'
    | 'rectification'
    | 'targetAdjustment'
    | 'objection'
    | 'milestone'
    | 'routineRecord'
    | 'yearReview'
    | 'superiorPlan'
    | 'peopleProposal'
    | 'evaluation'
    | 'progressReport'
  readonly id: string
  /** The command that takes the object forward; its label is the verb of the row. */
  readonly verb: string
  /** Any of these posts may act; never empty. */
  readonly posts: readonly PostKind[]
  /** The body they act in; absent where any body holding the post may. */
  readonly unitId?: string
  readonly sectionId?: string
  /** `YYYY-MM-DD`, inclusive. */
  readonly due?: string
  /** People who may not be the one, though they hold the post (填报人不能自己确认). */
  readonly except?: readonly string[]
}

/** A post as somebody holds it. */
export interface HeldPost {
  readonly personId: string
  readonly post: PostKind
  readonly unitId: string
  readonly sectionId?: string
}

/** Whether this holder is one of those who may act. */
export const mayAct = (act: NextAct, held: HeldPost): boolean =>
  act.posts.includes(held.post) &&
  (act.unitId === undefined || act.unitId === held.unitId) &&
  (act.sectionId === undefined || held.sectionId === undefined || act.sectionId === held.sectionId) &&
  !act.except?.includes(held.personId)
