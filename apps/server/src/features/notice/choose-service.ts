import type { chooseFields, settleFinding } from '@quanheng/contract/notice'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { carriedFindings } from '@quanheng/domain/notice/carried'
import { choose } from '@quanheng/domain/notice/choices'
import { settle } from '@quanheng/domain/notice/settle'
import { authorUnder } from '../../platform/door/actor.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { carryInto } from '../plan/index.ts'
import { holdNotice } from './hold.ts'
import { isProposal, latestOf } from './of-plan.ts'
import { readingOf, updateNotice } from './store.ts'

export const chooseIn: CommandHandler<typeof chooseFields> = async (asked) => {
  const held = await holdNotice(asked)
  if (!held.ok) return held
  const { row, post, drafted } = held.value
  if (drafted) return refuse('notice.drafted')
  const choices = choose(row.reading, row.choices, asked.body.choices, asked.body.rest)
  if (!choices.ok) return choices
  const { row: after, change } = await updateNotice(asked.tx, row, { choices: choices.value })
  return ok({
    post,
    events: [
      {
        type: 'noticeFieldsChosen',
        noticeId: row.id,
        choices: asked.body.choices,
        ...(asked.body.rest && { rest: asked.body.rest }),
      },
    ],
    changes: [change],
    reply: { version: after.version },
  })
}

/** Settles a finding here and in the draft that carries it. */
export const settleIn: CommandHandler<typeof settleFinding> = async (asked) => {
  const held = await holdNotice(asked)
  if (!held.ok) return held
  const { row, post } = held.value
  const { tx, actor, body, context } = asked
  const settled = settle(row, body.finding, body.reason, { by: authorUnder(actor, post), on: context.today })
  if (!settled.ok) return settled
  const { row: after, change } = await updateNotice(tx, row, { settled: settled.value })
  const latest = after.plan_id === null ? undefined : await latestOf(tx, after.plan_id)
  const inPlan =
    after.plan_id === null || !(latest?.id === after.id || isProposal(after))
      ? null
      : await carryInto(
          tx,
          after.plan_id,
          after.id,
          carriedFindings({ ...after, noticeId: after.id, notice: readingOf(after) }),
        )
  return ok({
    post,
    events: [{ type: 'noticeFindingSettled', noticeId: row.id, finding: body.finding, reason: body.reason }],
    changes: inPlan === null ? [change] : [change, inPlan],
    reply: { version: after.version },
  })
}
