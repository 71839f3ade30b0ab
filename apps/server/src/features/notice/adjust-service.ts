import type { adjustPlan } from '@quanheng/contract/notice'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { changeNotes } from '@quanheng/domain/notice/adjust'
import { carriedFindings } from '@quanheng/domain/notice/carried'
import type { DraftNote } from '@quanheng/domain/notice/model'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { proposeTo, visibleDraft } from '../plan/index.ts'
import { holdNotice } from './hold.ts'
import { readingOf, updateNotice, visibleNotice } from './store.ts'

/**
 * The changes of an adjusting notice go into 方案校核 of the plan's draft, one by one; of an issued plan the next version is opened.
 * The plan is locked before the notice, as everywhere; both versions say that they are what was read.
 */
export const adjust: CommandHandler<typeof adjustPlan> = async (asked) => {
  const { tx, actor, params, body } = asked
  const [seen, plan] = [await visibleNotice(tx, actor, params.noticeId), await visibleDraft(tx, actor, body.planId)]
  if (seen === undefined || plan === undefined || plan.ownerUnitId !== seen.unit_id) return refuse('platform.notFound')
  const notice = readingOf(seen)
  const changes = notice.rows.flatMap(({ fields }) => fields.filter(({ name }) => name === 'change'))
  const undecided = changes.filter(({ id }) => !Object.hasOwn(seen.choices, id)).length
  if (undecided > 0) return refuse('notice.changesUndecided', { params: { count: String(undecided) } })

  let notes: readonly DraftNote[] = []
  const proposed = await proposeTo(
    { ...asked, params: { planId: plan.planId }, body: { version: body.planVersion } },
    {
      reason: body.reason,
      carriedFor: (content) => {
        notes = changeNotes(notice, seen.choices, content)
        return carriedFindings({ noticeId: seen.id, notice, notes, sources: {}, settled: seen.settled })
      },
    },
  )
  if (!proposed.ok) return proposed
  if (notes.length === 0) return refuse('notice.noChanges')
  const held = await holdNotice(asked)
  if (!held.ok) return held
  if (held.value.drafted) return refuse('notice.drafted')
  const decided = { plan_id: plan.planId, sources: {}, notes: [...notes] }
  const { row: after, change } = await updateNotice(tx, held.value.row, decided)
  return ok({
    post: proposed.value.post,
    events: [
      ...proposed.value.events,
      { type: 'planAdjustedFromNotice', planId: plan.planId, noticeId: seen.id, changes: notes.length },
    ],
    changes: [change, proposed.value.change],
    reply: { version: after.version, changes: notes.length },
  })
}
