import { fallApproval } from '@quanheng/domain/approval/advance'
import type { Change } from '../../platform/door/outcome.ts'
import type { OnResultFall } from '../result/index.ts'
import { settle } from './act-on-approval.ts'
import { lockApprovalsOf } from './approval-store.ts'

/** The locked version under a paper fell: the paper falls with it, its signatures too, and a number from the book is burned. */
export const fallApprovals: OnResultFall = async (tx, result, cause, context, by) => {
  const changes: Change[] = []
  for (const held of await lockApprovalsOf(tx, result.id)) {
    const fallen = fallApproval(held.approval, cause, { now: context.now.toISOString(), actor: by })
    if (fallen.events.length === 0) continue
    changes.push(...(await settle(tx, held, fallen.next, context)).changes)
  }
  return changes
}
