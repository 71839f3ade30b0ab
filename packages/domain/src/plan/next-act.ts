import type { PostKind } from '../ability/posts.ts'
import { commandsFor, postsFor } from '../kernel/transition.ts'
import type { PlanKind } from './model.ts'
import type { PlanState } from './plan.ts'
import { type PlanCommandKind, planWorkflow } from './workflow.ts'

/** What takes a plan forward from each state; an issued one waits for nothing. */
const forward: Readonly<Partial<Record<PlanState, PlanCommandKind>>> = { draft: 'check', checked: 'issue' }

export interface NextAct {
  readonly command: PlanCommandKind
  readonly posts: readonly PostKind[]
}

/** Who acts next on a plan, and what they do. */
export const nextAct = (kind: PlanKind, state: PlanState): NextAct | undefined => {
  const command = forward[state]
  return command && { command, posts: postsFor(planWorkflow(kind), state, command) }
}

/** What holders of these posts, in the unit that owns the plan, may do with it now. */
export const mayDo = (kind: PlanKind, state: PlanState, posts: readonly PostKind[]): readonly PlanCommandKind[] => [
  ...new Set(posts.flatMap((post) => commandsFor(planWorkflow(kind), state, post))),
]
