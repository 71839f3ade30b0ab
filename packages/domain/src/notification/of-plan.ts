import type { PostKind } from '../ability/posts.ts'
import type { Author } from '../kernel/command-context.ts'
import { postsFor } from '../kernel/transition.ts'
import type { PlanKind } from '../plan/model.ts'
import type { PlanState } from '../plan/plan.ts'
import { planWorkflow } from '../plan/workflow.ts'
import type { Changed, Notification } from './model.ts'

/** What the act on a plan records of it, as far as others are concerned. */
export interface ChangedPlan {
  readonly kind: PlanKind
  readonly state: PlanState
  readonly number: number
  readonly ownerUnitId: string
  readonly drafter: Author
  readonly issuedNumber: number | null
  readonly namedUnitIds: readonly string[]
}

/** Whoever works with a plan in a body that it names. */
const readers: readonly PostKind[] = [
  'principal',
  'leaderInCharge',
  'sectionHead',
  'handler',
  'clerk',
  'unitReporter',
  'unitHead',
  'unitAdmin',
  'dataProvider',
  'officeStaff',
  'officeDirector',
]

/** 印发 to every body that the plan names; 待印发 to those who issue; 退回 to the drafter. */
export const planNotifications = ({ before, after }: Changed<ChangedPlan>): readonly Notification[] => {
  if (after.issuedNumber !== null && after.issuedNumber !== before?.issuedNumber) {
    const unitIds = [...new Set([after.ownerUnitId, ...after.namedUnitIds])]
    const again = before !== null && before.issuedNumber !== null
    return [
      {
        code: again ? 'notification.planReissued' : 'notification.planIssued',
        params: { number: String(after.issuedNumber) },
        to: [{ place: { unitIds }, posts: readers }],
      },
    ]
  }
  if (after.state === 'checked' && before?.state !== 'checked') {
    const posts = postsFor(planWorkflow(after.kind), 'checked', 'issue')
    return [{ code: 'notification.planToIssue', to: [{ place: 'owner', posts }] }]
  }
  if (after.state === 'draft' && before?.state === 'checked') {
    return [{ code: 'notification.planReturned', to: [{ personIds: [after.drafter.personId] }] }]
  }
  return []
}
