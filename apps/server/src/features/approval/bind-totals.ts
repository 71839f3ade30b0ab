import type { Refusal } from '@quanheng/contract/errors'
import type { Decision } from '@quanheng/domain/decision/model'
import { confirmDecision } from '@quanheng/domain/decision/record'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import { decideResult } from '@quanheng/domain/result/decide'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { Follows } from '../../platform/work/deliberated.ts'
import { insertConfirmation, resultChange, saveResult } from '../result/index.ts'
import { granted, type HeldTotals, meetingsOf } from './hold-totals.ts'

interface Bound extends Follows {
  readonly decision: Decision
  /** The totals are 审定. */
  readonly approved: boolean
}

/** A second person has compared the entry with the minutes: it binds, and with the last meeting of the plan's chain the totals are 审定. */
export const bindTotals = async (
  asked: Asking,
  { result, plan, post, decisions }: HeldTotals,
  before: Decision,
): Promise<Result<Bound, Refusal>> => {
  const by = commandContext(asked, post)
  const confirmed = confirmDecision(before, by)
  if (!confirmed.ok) return confirmed
  const decision = confirmed.value.next
  const { events } = confirmed.value
  await insertConfirmation(asked.tx, decision)
  const given = granted([...decisions.filter(({ id }) => id !== decision.id), decision]).length
  if (decision.outcome !== 'approved' || given < meetingsOf(plan).length) {
    return ok({ decision, events, changes: [], approved: false })
  }
  const moved = decideResult(result.result, { kind: 'approve', decision }, by)
  if (!moved.ok) return moved
  const changes = [resultChange(result, await saveResult(asked.tx, result, moved.value.next))]
  return ok({ decision, events: [...events, ...moved.value.events], changes, approved: true })
}
