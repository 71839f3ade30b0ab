import type * as draws from '@quanheng/contract/draw'
import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/verification'
import { readValue } from '@quanheng/domain/datum/value'
import type { Author } from '@quanheng/domain/kernel/command-context'
import { authorOf } from '@quanheng/domain/kernel/command-context'
import { halfWidth, normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { readCheckCode } from '@quanheng/domain/signature/check-code'
import { opinionOn, type ProposedChange, type Visit } from '@quanheng/domain/verification/model'
import type { Tx } from '../../platform/database/database.ts'
import type { Change, CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { addVerifiedVersion, factsOf } from '../collection/index.ts'
import { heldPosts } from '../organisation/index.ts'
import { applyToSheet, fallRowsOf, holdSheet, scanSentBy } from '../scoring/index.ts'
import { applyToVerification, type HeldVerification, holdVerification } from './act-on-verification.ts'
import { formCode } from './form-code.ts'

const trimmed = (text: string): string => normaliseText(text).trim()

/** 监督人: who holds an observer's post today; anybody else is named with their own post, and the rules refuse them. */
const witnessOf = async (tx: Tx, personId: string, today: string): Promise<Author | undefined> => {
  const held = await heldPosts(tx, { personIds: [personId], on: today })
  const post = held.find(({ kind }) => kind === 'observer') ?? held[0]
  return (
    post && {
      personId,
      post: post.kind,
      unitId: post.unitId,
      ...(post.sectionId !== null && { sectionId: post.sectionId }),
    }
  )
}

export const draw: CommandHandler<typeof draws.drawSample> = async ({ params, body, ...asked }) => {
  const held = await holdVerification(asked, params.verificationId, body.version)
  if (!held.ok) return held
  const witness = await witnessOf(asked.tx, body.witnessId, asked.context.today)
  if (witness === undefined) return refuse('verification.noWitness', { at: 'body.witnessId' })
  // A seed is digested by its characters: whoever repeats the draw with 386 must get what ３８６ gave.
  const seedParts = body.seedParts.map(({ by, value }) => ({
    by: normaliseName(by),
    value: normaliseName(halfWidth(value)),
  }))
  const done = await applyToVerification(asked, held.value, { kind: 'draw', seedParts, witness })
  return done.ok ? ok({ ...done.value, reply: { version: done.value.after.row.version } }) : done
}

export const cancelDraw: CommandHandler<typeof draws.cancelDraw> = async ({ params, body, ...asked }) => {
  const held = await holdVerification(asked, params.verificationId, body.version)
  if (!held.ok) return held
  const command = { kind: 'cancelDraw', reason: trimmed(body.reason) } as const
  const done = await applyToVerification(asked, held.value, command)
  return done.ok ? ok({ ...done.value, reply: { version: done.value.after.row.version } }) : done
}

/** A form that was printed for another verification or unit, or not here at all, is refused like any outdated sheet. */
const checkForm = (verificationId: string, unitId: string, typed: string): Result<null, Refusal> => {
  const code = readCheckCode(typed)
  if (!code.ok) return fail({ ...code.error, at: 'body.unitSide.checkCode' })
  const current = formCode(verificationId, unitId)
  return code.value === current
    ? ok(null)
    : refuse('signature.codeOutdated', { at: 'body.unitSide.checkCode', params: { found: code.value, current } })
}

export const recordVisit: CommandHandler<typeof contract.recordVisit> = async ({ params, body, ...asked }) => {
  const { unitId, visitedOn, memberIds, unitSide: given } = body
  const held = await holdVerification(asked, params.verificationId, body.version)
  if (!held.ok) return held
  if (given.kind === 'signed') {
    const form = checkForm(params.verificationId, unitId, given.checkCode)
    if (!form.ok) return form
    const scan = await scanSentBy(asked.tx, asked.actor.personId, given.scanDigest)
    if (!scan.ok) return scan
  }
  const unitSide: Visit['unitSide'] =
    given.kind === 'signed'
      ? { kind: 'signed', scanDigest: given.scanDigest }
      : { kind: 'declined', reason: trimmed(given.reason) }
  const visit = { unitId, visitedOn, memberIds, record: trimmed(body.record), evidenceIds: [], unitSide }
  const done = await applyToVerification(asked, held.value, { kind: 'recordVisit', visit })
  return done.ok ? ok({ ...done.value, reply: { version: done.value.after.row.version } }) : done
}

/** Proposed figures in exact form; each must be one that this unit's score rests on. */
const changesRead = async (
  tx: Tx,
  { plan, row }: HeldVerification,
  unitId: string,
  given: readonly { readonly datumId: string; readonly value: ProposedChange['value']; readonly reason: string }[],
): Promise<Result<readonly ProposedChange[], Refusal>> => {
  const facts = (await factsOf(tx, plan.planId, row.leaf_key)).find((one) => one.unitId === unitId)
  const read: ProposedChange[] = []
  for (const [index, { datumId, value, reason }] of given.entries()) {
    const source = facts?.provenance.find(({ origin }) => origin.from === 'datum' && origin.datum?.id === datumId)
    const elementKey = source?.origin.from === 'datum' ? source.origin.elementKey : undefined
    const element = plan.content.dataElements.find(({ key }) => key === elementKey)
    if (!element) return refuse('platform.notFound', { at: `body.changes.${index}.datumId` })
    const exact = readValue(element, value)
    if (!exact.ok) return fail({ ...exact.error, at: `body.changes.${index}.value` })
    read.push({ datumId, value: exact.value, reason: trimmed(reason), evidenceIds: [] })
  }
  return ok(read)
}

export const giveOpinion: CommandHandler<typeof contract.giveOpinion> = async ({ params, body, ...asked }) => {
  const held = await holdVerification(asked, params.verificationId, body.version)
  if (!held.ok) return held
  const changes = await changesRead(asked.tx, held.value, body.unitId, body.changes)
  if (!changes.ok) return changes
  const [first, ...rest] = changes.value
  const done = await applyToVerification(asked, held.value, {
    kind: 'giveOpinion',
    unitId: body.unitId,
    finding: first ? { kind: 'toChange', changes: [first, ...rest] } : { kind: 'confirmed' },
  })
  return done.ok ? ok({ ...done.value, reply: { version: done.value.after.row.version } }) : done
}

/** Shown beside every signature that falls to an adopted finding. */
const adoptedCause = '采纳核验意见'

/** The verified figures beside the reported ones, and the fall of the row that rests on them, in the same act. */
const adopt = async (
  asked: Parameters<typeof addVerifiedVersion>[0],
  changes: readonly ProposedChange[],
  opinionId: string,
  by: Author,
): Promise<Result<Pick<Outcome<unknown>, 'events' | 'changes'>, Refusal>> => {
  const events: Outcome<unknown>['events'][number][] = []
  const moved: Change[] = []
  for (const { datumId, value, reason, evidenceIds } of changes) {
    const added = await addVerifiedVersion(asked, { datumId, findingId: opinionId, value, reason, evidenceIds })
    if (!added.ok) return added
    events.push(...added.value.events)
    const { datum, row } = added.value.datum
    const fall = { planId: datum.planId, leafKeys: row.leaf_keys, unitId: datum.unitId, cause: adoptedCause, by }
    moved.push(...added.value.changes, ...(await fallRowsOf(asked.tx, fall, asked.context)))
  }
  return ok({ events, changes: moved })
}

export const answer: CommandHandler<typeof contract.answerOpinion> = async ({ params, body, ...asked }) => {
  const { unitId } = body
  const changesOf = ({ verification }: Pick<HeldVerification, 'verification'>): readonly ProposedChange[] => {
    const finding = opinionOn(verification, unitId)?.finding
    return finding?.kind === 'toChange' ? finding.changes : []
  }
  const adopts = body.answer.kind === 'adopt'
  const held = await holdVerification(asked, params.verificationId, body.version, (found) =>
    adopts ? changesOf(found).map(({ datumId }) => datumId) : [],
  )
  if (!held.ok) return held
  const done = await applyToVerification(
    asked,
    held.value,
    body.answer.kind === 'adopt'
      ? { kind: 'answer', unitId, adopt: true }
      : { kind: 'answer', unitId, adopt: false, reason: trimmed(body.answer.reason) },
  )
  if (!done.ok) return done
  const { post, events, changes, after, context } = done.value
  const reply = { version: after.row.version }
  if (!adopts) return ok({ post, events, changes, reply })
  const opinionId = opinionOn(held.value.verification, unitId)?.id ?? ''
  const adopted = await adopt(asked, changesOf(held.value), opinionId, authorOf(context.actor))
  if (!adopted.ok) return adopted
  return ok({
    post,
    events: [...events, ...adopted.value.events],
    changes: [...changes, ...adopted.value.changes],
    reply,
  })
}

/** Closes the sheet and those that amend it together: each was verified by the same visit. */
export const close: CommandHandler<typeof contract.closeVerification> = async ({ params, body, ...asked }) => {
  const held = await holdVerification(asked, params.verificationId, body.version)
  if (!held.ok) return held
  const done = await applyToVerification(asked, held.value, { kind: 'close' })
  if (!done.ok) return done
  const events = [...done.value.events]
  const changes = [...done.value.changes]
  for (const { row } of held.value.family.filter((one) => one.row.state === 'toVerify')) {
    const sheet = await holdSheet(asked, row.id, null, 'none')
    const closed = sheet.ok ? await applyToSheet(asked, sheet.value, { kind: 'closeVerification' }) : sheet
    if (!closed.ok) return closed
    events.push(...closed.value.events)
    changes.push(...closed.value.changes)
  }
  return ok({ post: done.value.post, events, changes, reply: { version: done.value.after.row.version } })
}
