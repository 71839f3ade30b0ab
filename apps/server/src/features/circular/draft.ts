import type { Refusal } from '@quanheng/contract/errors'
import { beginCircular } from '@quanheng/domain/circular/decide'
import type { CircularContent } from '@quanheng/domain/circular/model'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import type { HeldPost } from '../../platform/door/actor.ts'
import type { Asking } from '../../platform/door/asking.ts'
import type { Change, Outcome } from '../../platform/door/outcome.ts'
import { circularContext } from './act-on-circular.ts'
import { circularKeeper } from './store.ts'

interface Drafted {
  readonly circularId: string
  readonly events: Outcome<unknown>['events']
  readonly change: Change
}

/** A draft in the unit of the post, written by the office itself or by another act of the office that is to be made known. */
export const draftCircular = async (
  asked: Asking,
  content: CircularContent,
  post: HeldPost,
): Promise<Result<Drafted, Refusal>> => {
  const begun = beginCircular(content, await circularContext(asked, post.unitId, content, post))
  if (!begun.ok) return begun
  const saved = await circularKeeper.insert(asked.tx, begun.value.next)
  return ok({ circularId: saved.row.id, events: begun.value.events, change: circularKeeper.change(null, saved) })
}
