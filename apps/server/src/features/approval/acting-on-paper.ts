import { nextOnApproval } from '@quanheng/domain/workbench/next-on-approval'
import { issuedPlan } from '../plan/index.ts'
import type { OnItsWay } from '../result/index.ts'
import { withRecords } from './approval-store.ts'
import { whoActs } from './present.ts'

/** The people whose turn it is on the paper of a locked version, for the office's register. */
export const actingOnPaper: OnItsWay = async (db, resultId, today) => {
  const found = await db
    .selectFrom('approval')
    .innerJoin('result', 'result.id', 'approval.result_id')
    .selectAll('approval')
    .select('result.plan_id as of_plan')
    .where('approval.result_id', '=', resultId)
    .where('approval.state', '!=', 'fallen')
    .executeTakeFirst()
  const plan = found && (await issuedPlan(db, found.of_plan))
  const [loaded] = found ? await withRecords(db, [found]) : []
  if (!loaded || !plan) return null
  const turns = await Promise.all(nextOnApproval(loaded.approval).map((act) => whoActs(db, loaded, plan, act, today)))
  return [...new Map(turns.flat().map((holder) => [`${holder.personId}/${holder.post}`, holder])).values()]
}
