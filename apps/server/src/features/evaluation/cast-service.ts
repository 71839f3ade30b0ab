import type * as contract from '@quanheng/contract/evaluation'
import { readBallot } from '@quanheng/domain/evaluation/ballot'
import { unitsFor } from '@quanheng/domain/evaluation/model'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { sql } from 'kysely'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { ballotForm, changeBallot, putFirst } from './ballots.ts'
import { evaluationIsVisible } from './scope.ts'
import { evaluationKeeper } from './store.ts'

/** 实名填票: held against closing while it is put in; many people at once do not wait for each other. */
export const cast: CommandHandler<typeof contract.castBallot> = async ({ params, body, ...asked }) => {
  const { tx, actor, context, posts } = asked
  await sql`SELECT id FROM evaluation WHERE id = ${params.evaluationId} FOR SHARE`.execute(tx)
  const held = await evaluationKeeper.find(tx, params.evaluationId, evaluationIsVisible(actor))
  if (!held) return refuse('platform.notFound')
  const { model } = held
  const { opensOn: from, closesOn: until, channels } = model.content
  const channel = channels.find(({ key }) => key === body.channelKey)
  const evaluator = model.standing.opening?.evaluators.find(
    (one) => one.channelKey === body.channelKey && one.personId === actor.personId,
  )
  if (channel?.way !== 'byName' || !evaluator) return refuse('evaluation.notAsked')
  if (model.state !== 'open') return refuse('evaluation.notNow')
  if (context.today < from || context.today > until) return refuse('evaluation.notOpen', { params: { from, until } })
  const marks = readBallot(channel, unitsFor(model, evaluator), body.marks)
  if (!marks.ok) return marks
  const place = { evaluationId: model.id, channelKey: channel.key, personId: actor.personId }
  const made = { id: context.newId(), marks: marks.value, at: context.now }
  const { row: before, isNew } = await putFirst(tx, place, made)
  if (!isNew && !channel.mayChange) return refuse('evaluation.sentAlready')
  const after = isNew ? before : await changeBallot(tx, before, marks.value, context.now)
  return ok({
    post: posts.find(({ unitId }) => unitId === evaluator.unitId) ?? posts[0] ?? null,
    events: [{ type: 'ballotSent', evaluationId: model.id }],
    changes: [
      {
        noun: 'evaluationBallot',
        id: after.id,
        version: after.version,
        before: isNew ? null : ballotForm(before),
        after: ballotForm(after),
      },
    ],
    reply: { receipt: after.id, version: after.version },
  })
}
