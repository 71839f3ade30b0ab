import type * as contract from '@quanheng/contract/evaluation'
import { mostHigh } from '@quanheng/domain/evaluation/ballot'
import { unitsFor } from '@quanheng/domain/evaluation/model'
import { readSlip, type Slip } from '@quanheng/domain/evaluation/secret'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { fail, ok, refuse } from '@quanheng/domain/kernel/result'
import { sql } from 'kysely'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import type { HousekeepingHandler } from '../../platform/http/bind.ts'
import { sha256 } from '../../platform/log/means.ts'
import { dropSlips } from './box.ts'
import { forgetPrivateKeys, publicKeys, signHidden } from './keys.ts'
import { evaluationIsVisible } from './scope.ts'
import { evaluationKeeper } from './store.ts'
import { ticketForm, ticketOf } from './tickets.ts'

/** 领票: under one's name, once; what is signed tells nothing of what will go into the box. */
export const takeTicket: CommandHandler<typeof contract.takeTicket> = async ({ params, body, ...asked }) => {
  const { tx, actor, context, posts } = asked
  await sql`SELECT id FROM evaluation WHERE id = ${params.evaluationId} FOR SHARE`.execute(tx)
  const held = await evaluationKeeper.find(tx, params.evaluationId, evaluationIsVisible(actor))
  if (!held) return refuse('platform.notFound')
  const { model } = held
  const { channelKey, units, high } = body
  const { opensOn: from, ticketsUntil: until = '', channels } = model.content
  const channel = channels.find(({ key }) => key === channelKey)
  const evaluator = model.standing.opening?.evaluators.find(
    (one) => one.channelKey === channelKey && one.personId === actor.personId,
  )
  if (channel?.way !== 'secret' || !evaluator) return refuse('evaluation.notAsked')
  if (model.state !== 'open') return refuse('evaluation.notNow')
  if (context.today < from || context.today > until)
    return refuse('evaluation.noTicketsNow', { params: { from, until } })
  const own = unitsFor(model, evaluator)
  const asksFor = units.map(({ unitId }) => unitId)
  const isExact = asksFor.length === own.length && own.every((unitId) => asksFor.includes(unitId))
  if (!isExact || high.length !== (mostHigh(channel, own.length) ?? 0))
    return refuse('evaluation.unitStrange', { at: 'units' })
  const place = { evaluationId: model.id, channelKey, personId: actor.personId }
  const made = { id: context.newId(), digest: digestOf(sha256, { units, high }), on: context.today }
  const { row, isNew } = await ticketOf(tx, place, made)
  // Whoever asks again for the very same, since the answer was lost, gets the very same.
  if (row.asked_digest !== made.digest) return refuse('evaluation.ticketTaken')
  const hidden = [
    ...units.map(({ unitId, hidden: value }) => ({ name: unitId, value })),
    ...high.map((value) => ({ name: 'high', value })),
  ]
  const signed = await signHidden(tx, place, hidden)
  if (signed === undefined) return refuse('evaluation.slipInvalid')
  return ok({
    post: posts.find(({ unitId }) => unitId === evaluator.unitId) ?? posts[0] ?? null,
    events: [{ type: 'ticketTaken', evaluationId: model.id }],
    changes: [
      {
        noun: 'evaluationTicket',
        id: row.id,
        version: 1,
        before: isNew ? null : ticketForm(row),
        after: ticketForm(row),
      },
    ],
    reply: {
      units: units.map(({ unitId }, at) => ({ unitId, signed: signed[at] ?? '' })),
      high: signed.slice(units.length),
    },
  })
}

/**
 * 投票: without a session, an act or a line in the log, since each of them would name somebody or a time. What is refused is refused
 * whole.
 */
export const dropBallot: HousekeepingHandler<typeof contract.dropBallot> = async ({
  db,
  body,
  session,
  context,
  raw,
}) => {
  // A cookie says who it is, even of a session that has ended.
  if (session !== null || raw.headers.cookie !== undefined) return refuse('evaluation.namedSender')
  return await db
    .transaction()
    .execute(async (tx) => {
      await sql`SELECT id FROM evaluation WHERE id = ${body.evaluationId} FOR SHARE`.execute(tx)
      const held = await evaluationKeeper.find(tx, body.evaluationId)
      const channel = held?.model.content.channels.find(({ key }) => key === body.channelKey)
      if (!held || channel?.way !== 'secret') return refuse('platform.notFound')
      const { model } = held
      const { ticketsUntil: from = '', closesOn: until } = model.content
      if (model.state !== 'open' || context.today <= from || context.today > until)
        return refuse('evaluation.boxShut', { params: { from, until } })
      const place = { evaluationId: model.id, channelKey: channel.key }
      const keys = await publicKeys(tx, model.id, channel.key)
      const slips: Slip[] = []
      for (const { high, ...sent } of body.slips) {
        const slip = readSlip(sha256, channel, place, keys, { ...sent, ...(high && { high }) })
        if (!slip.ok) return fail(slip.error)
        slips.push(slip.value)
      }
      await forgetPrivateKeys(tx, model.id)
      if (await dropSlips(tx, model.id, slips)) return ok({ dropped: slips.length })
      throw new SpentSlip()
    })
    .catch((error: unknown) => {
      if (error instanceof SpentSlip) return refuse('evaluation.slipSpent')
      throw error
    })
}

/** Takes the emptied box back with the transaction. */
class SpentSlip extends Error {}
