import type { draftPlan } from '@quanheng/contract/notice'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { carriedFindings } from '@quanheng/domain/notice/carried'
import { checkShape } from '@quanheng/domain/plan/shape'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { drafterOf, openDraft } from '../plan/index.ts'
import { draftOf } from './content.ts'
import { holdNotice } from './hold.ts'
import { registeredNames } from './names.ts'
import { readingOf, updateNotice } from './store.ts'

export const draft: CommandHandler<typeof draftPlan> = async (asked) => {
  const { tx, actor, posts, context, body } = asked
  const held = await holdNotice(asked)
  if (!held.ok) return held
  const { row, drafted } = held.value
  if (drafted) return refuse('notice.drafted')
  const post = drafterOf(
    body.kind,
    posts.filter(({ unitId }) => unitId === row.unit_id),
  )
  if (!post.ok) return post
  if (!Object.values(row.choices).some(({ state }) => state === 'accepted' || state === 'corrected'))
    return refuse('notice.nothingAccepted')
  const notice = readingOf(row)
  const made = draftOf({
    row,
    names: await registeredNames(tx, context.today),
    kind: body.kind,
    year: body.year,
    title: body.title,
  })
  const content = checkShape(made.content)
  if (!content.ok) return content
  const { sources, notes } = made
  const plan = await openDraft(
    tx,
    { actor, post: post.value },
    {
      content: content.value,
      parentPlanId: null,
      carried: carriedFindings({ noticeId: row.id, notice, notes, sources, settled: row.settled }),
    },
    context,
  )
  const { row: after, change } = await updateNotice(tx, row, { plan_id: plan.row.id, sources, notes: [...notes] })
  return ok({
    post: post.value,
    events: [{ type: 'planBegun', planId: plan.row.id, kind: body.kind, year: body.year, fromNotice: row.id }],
    changes: [change, plan.change],
    reply: { planId: plan.row.id, version: after.version },
  })
}
