import type { revisePlanFrom } from '@quanheng/contract/notice'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { carriedFindings } from '@quanheng/domain/notice/carried'
import { askedAsBefore } from '@quanheng/domain/notice/carry-choices'
import { askedNotes } from '@quanheng/domain/notice/draft'
import { clashNotes, reviseContent } from '@quanheng/domain/notice/revise'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { editAs, namesOf, visibleDraft } from '../plan/index.ts'
import { draftOf } from './content.ts'
import { holdNotice } from './hold.ts'
import { idsIn, registeredNames } from './names.ts'
import { latestOf } from './of-plan.ts'
import { readingOf, updateNotice, visibleNotice } from './store.ts'

/**
 * Between what the earlier notice gave and what this one gives lies what the revision changes; that goes into the plan's draft, beside
 * what was edited by hand. The plan is locked before the notice, as everywhere; both versions say that they are what was read.
 */
export const reviseFrom: CommandHandler<typeof revisePlanFrom> = async (asked) => {
  const { tx, actor, params, body, context } = asked
  const [seen, plan] = [await visibleNotice(tx, actor, params.noticeId), await visibleDraft(tx, actor, body.planId)]
  if (seen === undefined || plan === undefined) return refuse('platform.notFound')
  const { undecided_count: undecided } = seen
  if (undecided > 0) return refuse('notice.undecidedLeft', { params: { count: String(undecided) } })
  const latest = await latestOf(tx, plan.planId)
  const earlier = latest && (await visibleNotice(tx, actor, latest.id))
  if (earlier === undefined || earlier.unit_id !== seen.unit_id) return refuse('notice.otherPlan')
  if (earlier.imported_at >= seen.imported_at) return refuse('notice.notLater')

  const names = await registeredNames(tx, context.today)
  const notice = readingOf(seen)
  const before = { rows: earlier.reading.rows, choices: earlier.choices }
  const base = draftOf({ row: earlier, names, kind: plan.kind })
  const theirs = draftOf({ row: seen, names, kind: plan.kind, choices: askedAsBefore(before, notice, seen.choices) })
  const { sources } = theirs
  const said = await namesOf(tx, idsIn(theirs.content, base.content, plan.content))
  const revision = reviseContent({ base: base.content, theirs: theirs.content, mine: plan.content })
  const notes = [
    ...clashNotes(revision.clashes, theirs, notice, (id) => said[id] ?? ''),
    ...theirs.notes,
    ...askedNotes(notice, seen.choices),
  ]
  const carried = carriedFindings({ noticeId: seen.id, notice, notes, sources, settled: seen.settled })
  const edited = await editAs(
    { ...asked, params: { planId: plan.planId }, body: { version: body.planVersion } },
    { content: revision.content, carried },
  )
  if (!edited.ok) return edited
  const held = await holdNotice(asked)
  if (!held.ok) return held
  if (held.value.drafted) return refuse('notice.drafted')
  const { row: after, change } = await updateNotice(tx, held.value.row, { plan_id: plan.planId, sources, notes })
  return ok({
    post: edited.value.post,
    events: [
      ...edited.value.events,
      { type: 'planRevisedFromNotice', planId: plan.planId, noticeId: seen.id, from: earlier.id },
    ],
    changes: [change, edited.value.change],
    reply: { version: after.version, clashes: revision.clashes.length },
  })
}
