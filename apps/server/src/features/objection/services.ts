import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/objection'
import type { BodyOf } from '@quanheng/contract/route'
import { parseExact, printExact } from '@quanheng/domain/kernel/exact'
import { normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { readQuantity } from '@quanheng/domain/kernel/quantity'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { addWorkingDays } from '@quanheng/domain/kernel/working-days'
import { beginObjection, enterObjection } from '@quanheng/domain/objection/decide'
import type { ObjectionContent, ObjectionStanding, ScoreFound } from '@quanheng/domain/objection/model'
import { sql } from 'kysely'
import type { Asking } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { workCalendar } from '../calendar/index.ts'
import { actOnObjection, decideOnObjection, objectionContext } from './act-on-objection.ts'
import { correctScore } from './correct.ts'
import type { ObjectionHooks } from './hooks.ts'
import { impactDigest, impactFor } from './impact.ts'
import { proposalOf } from './proposal.ts'
import { publishedScores, scoreOn, termsOf } from './published.ts'
import { type KeptObjection, objectionKeeper } from './store.ts'

const said = (text: string): string => normaliseText(text).trim()

type FilesBody = BodyOf<typeof contract.beginObjection>['content']['files']

const named = (files: FilesBody) => files.map(({ digest, name }) => ({ digest, name }))

const sent = (asked: Asking, files: FilesBody, known: readonly string[], place: string) =>
  filesSent(
    asked,
    files.map(({ digest }) => digest),
    known,
    (index) => `${place}[${index}].digest`,
  )

const readContent = async (
  asked: Asking,
  { reason, files }: BodyOf<typeof contract.beginObjection>['content'],
  known: readonly string[] = [],
): Promise<Result<ObjectionContent, Refusal>> => {
  const there = await sent(asked, files, known, 'body.content.files')
  return there.ok ? ok({ reason: said(reason), files: named(files) }) : there
}

/** Points as people type them. */
const readFound = ({
  outcome,
  points,
}: BodyOf<typeof contract.rescoreObjection>['found']): Result<ScoreFound, Refusal> => {
  if (outcome === 'kept') return ok({ outcome })
  const read = readQuantity(points)
  return read.ok ? ok({ outcome, to: read.value }) : refuse(read.error.code, { ...read.error, at: 'body.found.points' })
}

/** Held against a second objection to the same item until the transaction ends. */
const placeOf = async (asked: Asking, itemId: string) => {
  const item = await asked.tx
    .selectFrom('item')
    .select('plan_id')
    .where('id', '=', itemId)
    .forUpdate()
    .executeTakeFirst()
  const published = item && (await publishedScores(asked.tx, item.plan_id))
  const score = published && (await scoreOn(asked.tx, published, itemId))
  if (!published || !score) return undefined
  const earlier = await asked.tx
    .selectFrom('objection')
    .select('id')
    .where('item_id', '=', itemId)
    .where('state', 'not in', ['declined', 'withdrawn'])
    .executeTakeFirst()
  return { published, score, already: earlier !== undefined }
}

export const begin: CommandHandler<typeof contract.beginObjection> = async ({ body, ...asked }) => {
  const place = await placeOf(asked, body.itemId)
  const post = place && asked.posts.find(({ unitId }) => unitId === place.score.unitId)
  if (!place || !post) return refuse('platform.notFound')
  const content = await readContent(asked, body.content)
  if (!content.ok) return content
  const context = await objectionContext(asked, place.published, undefined, post)
  const begun = beginObjection(place.score, content.value, place.already, context)
  if (!begun.ok) return begun
  const saved = await objectionKeeper.insert(asked.tx, begun.value.next)
  const changes = [objectionKeeper.change(null, saved)]
  return ok({ post, events: begun.value.events, changes, reply: { objectionId: saved.row.id } })
}

export const enter: CommandHandler<typeof contract.enterObjection> = async ({ body, ...asked }) => {
  const place = await placeOf(asked, body.itemId)
  const post = place && asked.posts.find(({ unitId }) => unitId === place.score.officeUnitId)
  if (!place || !post) return refuse('platform.notFound')
  const content = await readContent(asked, body.content)
  if (!content.ok) return content
  const scanned = await filesSent(asked, [body.scanDigest], [], 'body.scanDigest')
  if (!scanned.ok) return scanned
  const { receivedOn, scanDigest } = body
  const letter = { receivedOn, ...(scanDigest !== null && { scanDigest }) }
  const context = await objectionContext(asked, place.published, undefined, post)
  const begun = enterObjection(place.score, content.value, letter, place.already, context)
  if (!begun.ok) return begun
  const saved = await objectionKeeper.insert(asked.tx, begun.value.next)
  const changes = [objectionKeeper.change(null, saved)]
  return ok({ post, events: begun.value.events, changes, reply: { objectionId: saved.row.id } })
}

export const edit: CommandHandler<typeof contract.editObjection> = (asked) =>
  actOnObjection(asked, 'edit', async ({ row }) => {
    const content = await readContent(asked, asked.body.content, row.file_digests)
    return content.ok ? ok({ kind: 'edit', content: content.value }) : content
  })

export const send: CommandHandler<typeof contract.sendObjection> = (asked) =>
  actOnObjection(asked, 'send', async () => ok({ kind: 'send' }))

export const withdraw: CommandHandler<typeof contract.withdrawObjection> = (asked) =>
  actOnObjection(asked, 'withdraw', async () => ok({ kind: 'withdraw', reason: said(asked.body.reason) }))

/** The next number of the year, and the days that begin with it. The year is held, so that no two take one number. */
const receiptFor = async (
  { tx, context }: Asking,
  { model: { score } }: KeptObjection,
): Promise<Result<NonNullable<ObjectionStanding['receipt']>, Refusal>> => {
  await sql`SELECT id FROM plan WHERE id = ${score.yearPlanId} FOR UPDATE`.execute(tx)
  const published = await publishedScores(tx, score.planId)
  if (published === undefined) return refuse('platform.notFound')
  const { answerDays, decideDays } = termsOf(published)
  const calendar = await workCalendar(tx)
  const answerBy = addWorkingDays(calendar, context.today, answerDays)
  const decideBy = addWorkingDays(calendar, context.today, decideDays)
  if (!answerBy.ok) return answerBy
  if (!decideBy.ok) return decideBy
  const { last } = await tx
    .selectFrom('objection')
    .select((all) => all.fn.max('number').as('last'))
    .where('year_plan_id', '=', score.yearPlanId)
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  const documentNumber = `异议〔${score.year}〕${number}号`
  return ok({ number, documentNumber, on: context.today, answerBy: answerBy.value, decideBy: decideBy.value })
}

export const register: CommandHandler<typeof contract.registerObjection> = async (asked) => {
  const decided = await decideOnObjection(asked, 'register', async (held) => {
    const receipt = await receiptFor(asked, held)
    return receipt.ok ? ok({ kind: 'register', receipt: receipt.value }) : receipt
  })
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  const documentNumber = after.model.standing.receipt?.documentNumber ?? ''
  const changes = [objectionKeeper.change(before, after)]
  return ok({ post, events, changes, reply: { version: after.row.version, documentNumber } })
}

export const decline: CommandHandler<typeof contract.declineObjection> = (asked) =>
  actOnObjection(asked, 'decline', async () => ok({ kind: 'decline', reason: said(asked.body.reason) }))

export const answer: CommandHandler<typeof contract.answerObjection> = (asked) =>
  actOnObjection(asked, 'answer', async ({ row }) => {
    const { facts, found, reason, files } = asked.body
    const there = await sent(asked, files, row.file_digests, 'body.files')
    if (!there.ok) return there
    const read = readFound(found)
    if (!read.ok) return read
    return ok({ kind: 'answer', facts: said(facts), found: read.value, reason: said(reason), files: named(files) })
  })

export const rescore: CommandHandler<typeof contract.rescoreObjection> = (asked) =>
  actOnObjection(asked, 'rescore', async () => {
    const found = readFound(asked.body.found)
    return found.ok ? ok({ kind: 'rescore', found: found.value, reason: said(asked.body.reason) }) : found
  })

/** What the correction moves now, and whether that is what was looked at. */
const seenImpact = async (asked: Asking, { model }: KeptObjection, found: ScoreFound, digest: string | null) => {
  if (found.outcome === 'kept') return { seen: true }
  const to = parseExact(found.to)
  const made = to.ok ? await impactFor(asked.tx, model.score, printExact(to.value)) : undefined
  return made ? { seen: impactDigest(made.impact) === digest, impact: made.impact } : { seen: false }
}

export const decideWith =
  ({ agendaOf, groupName }: ObjectionHooks): CommandHandler<typeof contract.decideObjection> =>
  (asked) =>
    actOnObjection(asked, 'decide', async (held) => {
      const { decider: by, decidedOn, scanDigest, impactDigest: digest } = asked.body
      const proposed = await proposalOf(asked.tx, held.model)
      const agenda = proposed && (await agendaOf(asked.tx, held.row.id, proposed.digest))
      if (agenda && (agenda.decision === null || by === 'delegate')) {
        return refuse('objection.onAgenda', { params: { meeting: agenda.title } })
      }
      const scanned = agenda?.decision ? ok(null) : await filesSent(asked, [scanDigest], [], 'body.scanDigest')
      if (!scanned.ok) return scanned
      const found = readFound(asked.body.found)
      if (!found.ok) return found
      const group = await groupName(asked.tx, held.row.office_unit_id)
      const number = normaliseName(asked.body.number)
      const words = agenda?.decision
        ? { ...agenda.decision, words: agenda.decision.text }
        : {
            body: by === 'delegate' ? `${group}授权绩效办主任` : normaliseName(asked.body.body),
            decidedOn,
            words: said(asked.body.words),
            ...(number !== '' && { number }),
            ...(scanDigest !== null && { scanDigest }),
          }
      const { body, decidedOn: on, words: text, number: numbered, scanDigest: scan } = words
      return ok({
        kind: 'decide',
        by,
        found: found.value,
        body,
        decidedOn: on,
        words: text,
        ...(numbered !== undefined && { number: numbered }),
        ...(scan !== undefined && { scanDigest: scan }),
        ...(await seenImpact(asked, held, found.value, digest)),
      })
    })

/** The second person; a correction is carried into the scores in the same transaction. */
export const confirm: CommandHandler<typeof contract.confirmObjection> = async (asked) => {
  const decided = await decideOnObjection(asked, 'confirm', async () => ok({ kind: 'confirm' }))
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  const corrected = after.model.state === 'corrected' ? await correctScore(asked, after.model, post) : ok([])
  if (!corrected.ok) return corrected
  const changes = [objectionKeeper.change(before, after), ...corrected.value]
  return ok({ post, events, changes, reply: { version: after.row.version } })
}

export const sendBack: CommandHandler<typeof contract.sendBackObjection> = (asked) =>
  actOnObjection(asked, 'sendBack', async () => ok({ kind: 'sendBack', reason: said(asked.body.reason) }))
