import type { Refusal } from '@quanheng/contract/errors'
import type { BodyOf } from '@quanheng/contract/route'
import type * as contract from '@quanheng/contract/target-adjustment'
import { normaliseCode, normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { plainForms } from '@quanheng/domain/kernel/quantity'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { AdjustmentRequest } from '@quanheng/domain/target-adjustment/commands'
import { beginAdjustment } from '@quanheng/domain/target-adjustment/decide'
import type { Adjusted } from '@quanheng/domain/target-adjustment/model'
import { sql } from 'kysely'
import type { Asking } from '../../platform/door/asking.ts'
import type { Change, CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { type CarriesNumber, takeFromBook } from '../approval/index.ts'
import { planIsVisible, plansVisibleTo } from '../plan/index.ts'
import { actOnAdjustment, adjustmentContext, decideOnAdjustment } from './act-on-adjustment.ts'
import { aroundOf } from './around.ts'
import { adjustmentKeeper } from './store.ts'

const trimmed = (text: string): string => normaliseText(text).trim()
/** A figure as typed: full-width digits and spaces are what they mean. */
const figure = (text: string): string => plainForms(text).trim()

type RequestBody = BodyOf<typeof contract.beginAdjustment>['request']

const adjustedOf = (body: RequestBody['adjusted'], newKey: string): Adjusted => {
  switch (body.kind) {
    case 'target':
      return { ...body, target: figure(body.target) }
    case 'dropped':
    case 'owner':
      return body
    case 'added': {
      const { parentKey, name, fullMark, task, target, completionStandard, sentence } = body.item
      return {
        kind: 'added',
        leafKey: newKey,
        marks: body.marks,
        item: {
          ...(parentKey !== null && { parentKey }),
          name: normaliseName(name),
          fullMark: figure(fullMark),
          task: trimmed(task),
          target: figure(target),
          completionStandard: trimmed(completionStandard),
          sentence: trimmed(sentence),
        },
      }
    }
  }
}

const isUnit = async ({ tx }: Asking, id: string): Promise<boolean> =>
  (await tx.selectFrom('unit').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

const readRequest = async (
  asked: Asking,
  { adjusted, reason, basisDocument, files }: RequestBody,
  newKey: string,
  earlier: readonly string[] = [],
): Promise<Result<AdjustmentRequest, Refusal>> => {
  const digests = files.map(({ digest }) => digest)
  const sent = await filesSent(asked, digests, earlier, 'body.request.files')
  if (!sent.ok) return sent
  if (adjusted.kind === 'owner' && !(await isUnit(asked, adjusted.leadUnitId))) {
    return refuse('targetAdjustment.unitUnknown', { at: 'body.request.adjusted.leadUnitId' })
  }
  return ok({
    adjusted: adjustedOf(adjusted, newKey),
    reason: trimmed(reason),
    basisDocument: trimmed(basisDocument),
    files: files.map(({ digest, name }) => ({ digest, name })),
  })
}

export const begin: CommandHandler<typeof contract.beginAdjustment> = async ({ body, ...asked }) => {
  const { planId, unitId } = body
  const post = asked.posts.find((held) => held.unitId === unitId)
  const seen = await asked.tx
    .selectFrom('plan')
    .select('id')
    .where('id', '=', planId)
    .where(planIsVisible(plansVisibleTo(asked.actor)))
    .executeTakeFirst()
  const around = seen && (await aroundOf(asked.tx, planId))
  if (post === undefined || !around) return refuse('platform.notFound')
  const request = await readRequest(asked, body.request, asked.context.newId())
  if (!request.ok) return request
  const context = await adjustmentContext(asked, around, { unitId, adjusted: request.value.adjusted }, post)
  const begun = beginAdjustment({ planId, officeUnitId: around.officeUnitId, request: request.value }, context)
  if (!begun.ok) return begun
  const saved = await adjustmentKeeper.insert(asked.tx, begun.value.next)
  return ok({
    post,
    events: begun.value.events,
    changes: [adjustmentKeeper.change(null, saved)],
    reply: { adjustmentId: saved.row.id },
  })
}

export const edit: CommandHandler<typeof contract.editAdjustment> = (asked) =>
  actOnAdjustment(asked, 'edit', async ({ row, model }) => {
    const { adjusted } = model.content
    const key = adjusted.kind === 'added' ? adjusted.leafKey : asked.context.newId()
    const request = await readRequest(asked, asked.body.request, key, row.file_digests)
    return request.ok ? ok({ kind: 'edit', request: request.value }) : request
  })

export const send: CommandHandler<typeof contract.sendAdjustment> = (asked) =>
  actOnAdjustment(asked, 'send', async () => ok({ kind: 'send' }))

export const giveOpinion: CommandHandler<typeof contract.giveAdjustmentOpinion> = (asked) =>
  actOnAdjustment(asked, 'giveOpinion', async () => {
    const { agreed, words } = asked.body
    return ok({ kind: 'giveOpinion', agreed, words: trimmed(words) })
  })

export const sendBack: CommandHandler<typeof contract.returnAdjustment> = (asked) =>
  actOnAdjustment(asked, 'return', async () => ok({ kind: 'return', reason: trimmed(asked.body.reason) }))

export const propose: CommandHandler<typeof contract.proposeAdjustment> = (asked) =>
  actOnAdjustment(asked, 'propose', async () => ok({ kind: 'propose', words: trimmed(asked.body.words) }))

export const decide: CommandHandler<typeof contract.decideAdjustment> = (asked) =>
  actOnAdjustment(asked, 'decide', async () => {
    const { agreed, words, on, scanDigest } = asked.body
    const sent = await filesSent(asked, [scanDigest], [], 'body.scanDigest')
    if (!sent.ok) return sent
    return ok({ kind: 'decide', agreed, words: trimmed(words), on, ...(scanDigest !== null && { scanDigest }) })
  })

/** 批复 gets its number: the next one of a book of the unit, or as the OA gave it. */
export const reply: CommandHandler<typeof contract.replyAdjustment> = async (asked) => {
  const { bookId, on, effectiveOn } = asked.body
  const taken: Change[] = []
  let documentNumber = normaliseCode(asked.body.documentNumber)
  const decided = await decideOnAdjustment(asked, 'reply', async ({ row, model }) => {
    if (bookId !== null && model.state === 'decided') {
      const title = `关于“${model.content.was.leafName}”指标调整的批复`
      const drawn = await takeFromBook(asked, { bookId, unitId: row.office_unit_id, title, on })
      if (!drawn.ok) return drawn
      documentNumber = drawn.value.documentNumber
      taken.push(drawn.value.change)
    }
    return ok({ kind: 'reply', documentNumber, on, effectiveOn })
  })
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  return ok({
    post,
    events,
    changes: [adjustmentKeeper.change(before, after), ...taken],
    reply: { version: after.row.version, documentNumber },
  })
}

export const withdraw: CommandHandler<typeof contract.withdrawAdjustment> = (asked) =>
  actOnAdjustment(asked, 'withdraw', async () => ok({ kind: 'withdraw', reason: trimmed(asked.body.reason) }))

/** A number of a book that a reply took stays with it. */
export const adjustmentReplyCarries: CarriesNumber = async (db, { bookId, documentNumber }) =>
  (await db
    .selectFrom('target_adjustment')
    .innerJoin('number_book', 'number_book.unit_id', 'target_adjustment.office_unit_id')
    .select('target_adjustment.id')
    .where('number_book.id', '=', bookId)
    .where(sql<boolean>`target_adjustment.standing #>> '{reply,documentNumber}' = ${documentNumber}`)
    .executeTakeFirst()) !== undefined
