import type * as contract from '@quanheng/contract/credit'
import type { Refusal } from '@quanheng/contract/errors'
import type { BodyOf } from '@quanheng/contract/route'
import { beginEntry } from '@quanheng/domain/credit/claim'
import type { CreditCommand } from '@quanheng/domain/credit/commands'
import type { CreditClaim, CreditDecision, CreditEntry, EntryKind } from '@quanheng/domain/credit/model'
import { normaliseCode, normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { readQuantity } from '@quanheng/domain/kernel/quantity'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { HeldPost } from '../../platform/door/actor.ts'
import type { Asking } from '../../platform/door/asking.ts'
import type { CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { mayProve } from '../../platform/files/unscored.ts'
import { lockIssuedPlan } from '../plan/index.ts'
import {
  applyToCredits,
  creditContext,
  type HeldCredits,
  holdCredits,
  type OnCreditsMoved,
  postAt,
} from './act-on-credit.ts'
import { shareRegister } from './register-store.ts'
import { creditKeeper } from './store.ts'

type ClaimBody = BodyOf<typeof contract.claimBonus>['claim']

const trimmed = (text: string): string => normaliseText(text).trim()

/** Points as typed, exact; nothing typed stays nothing and is the domain's to refuse. */
const readPoints = (points: string, at: string): Result<string, Refusal> => {
  if (points.trim() === '') return ok('')
  const read = readQuantity(points)
  return read.ok ? read : { ok: false, error: { ...read.error, at } }
}

const readClaim = (body: ClaimBody): Result<CreditClaim, Refusal> => {
  const points = readPoints(body.points, 'body.claim.points')
  if (!points.ok) return points
  const { title, number, issuer, on } = body.proof
  return ok({
    matter: trimmed(body.matter),
    ...(body.classKey !== null && { classKey: body.classKey }),
    ...(body.gateKey !== null && { gateKey: body.gateKey }),
    ...(points.value !== '' && { points: points.value }),
    proof: { title: trimmed(title), number: normaliseCode(number), issuer: normaliseName(issuer), on },
    level: trimmed(body.level),
    honoured: trimmed(body.honoured),
    files: body.files.map(({ digest, name }) => ({ digest, name })),
  })
}

const claimSent = (asked: Asking, { files }: Pick<CreditClaim, 'files'>, known: readonly string[]) =>
  filesSent(
    asked,
    files.map(({ digest }) => digest),
    known,
    (index) => `body.claim.files[${index}].digest`,
  )

/** A bonus rests on what was done, never on a circular or a leader's instruction; what a circular found wrong may be deducted. */
const bonusProves = async (asked: Asking, kind: EntryKind, { files }: Pick<CreditClaim, 'files'>) =>
  kind === 'bonus'
    ? mayProve(
        asked.tx,
        files.map(({ digest }) => digest),
        'body.claim.files',
      )
    : ok(null)

interface Begun {
  readonly kind: EntryKind
  readonly planId: string
  readonly unitId: string
  readonly reviewUnitId?: string
  readonly claim: ClaimBody
}

const begin = async (
  asked: Asking,
  begun: Begun,
  post: HeldPost | undefined,
): Promise<Result<Outcome<{ creditId: string }>, Refusal>> => {
  const plan = await lockIssuedPlan(asked.tx, begun.planId)
  if (plan === null || plan.kind !== 'appraisalPlan' || post === undefined) return refuse('platform.notFound')
  const { register } = await shareRegister(asked.tx, plan.planId)
  if (register.state === 'closed') return refuse('credit.registerClosed')
  const claim = readClaim(begun.claim)
  if (!claim.ok) return claim
  const files = await claimSent(asked, claim.value, [])
  if (!files.ok) return files
  const proves = await bonusProves(asked, begun.kind, claim.value)
  if (!proves.ok) return proves
  const reviewUnitId = begun.reviewUnitId ?? plan.ownerUnitId
  const reviewer = await asked.tx.selectFrom('unit').select('id').where('id', '=', reviewUnitId).executeTakeFirst()
  if (reviewer === undefined) return refuse('platform.notFound', { at: 'body.reviewUnitId' })
  const entry = { kind: begun.kind, planId: plan.planId, unitId: begun.unitId, reviewUnitId, claim: claim.value }
  const decided = beginEntry(entry, await creditContext(asked, plan, post))
  if (!decided.ok) return decided
  const saved = await creditKeeper.insert(asked.tx, decided.value.next)
  return ok({
    post,
    events: decided.value.events,
    changes: [creditKeeper.change(null, saved)],
    reply: { creditId: saved.row.id },
  })
}

export const claim: CommandHandler<typeof contract.claimBonus> = ({ body, ...asked }) =>
  begin(asked, { kind: 'bonus', ...body }, postAt(asked.posts, [body.unitId]))

export const propose: CommandHandler<typeof contract.proposeCredit> = ({ body, ...asked }) =>
  begin(asked, body, asked.posts.find(({ unitId }) => unitId !== body.unitId) ?? asked.posts[0])

/** What a body says, read once it is certain that the entry is in sight. */
type ReadCommand = () => Promise<Result<CreditCommand, Refusal>>

/** One entry, one command: `whose` names the units whose post may take this step. */
const actOnOne = async (
  asked: Asking & {
    readonly params: { readonly creditId: string }
    readonly body: { readonly version: number }
  },
  whose: (held: HeldCredits & { readonly entry: CreditEntry }) => readonly string[],
  read: ReadCommand,
): Promise<Result<Outcome<{ version: number }>, Refusal>> => {
  const held = await holdCredits(asked, [{ creditId: asked.params.creditId, version: asked.body.version }])
  if (!held.ok) return held
  const [one] = held.value.credits
  const post = one && postAt(asked.posts, whose({ ...held.value, entry: one.model }))
  if (post === undefined) return refuse('platform.notFound')
  const command = await read()
  if (!command.ok) return command
  const done = await applyToCredits(asked, held.value, command.value, post, [])
  if (!done.ok) return done
  const version = done.value.after[0]?.row.version ?? 0
  return ok({ post, events: done.value.events, changes: done.value.changes, reply: { version } })
}

/** A command that needs no reading beyond its words. */
const plainly =
  (command: CreditCommand): ReadCommand =>
  async () =>
    ok(command)

const ofUnit = ({ entry }: { readonly entry: CreditEntry }) => [entry.unitId]
const ofReviewer = ({ entry }: { readonly entry: CreditEntry }) => [entry.reviewUnitId]
const ofProposer = ({ entry }: { readonly entry: CreditEntry }) => [entry.steps[0].by.unitId]
const ofOffice = ({ plan }: HeldCredits) => [plan.ownerUnitId]
const ofAppraised = ({ entry, ...held }: HeldCredits & { readonly entry: CreditEntry }) => [
  ...new Set(held.plan.content.tasks.map(({ unitId }) => unitId)),
]

export const resubmit: CommandHandler<typeof contract.resubmitCredit> = (asked) =>
  actOnOne(asked, ofUnit, async () => {
    const claim = readClaim(asked.body.claim)
    if (!claim.ok) return claim
    const earlier = asked.tx
      .selectFrom('credit')
      .select(['kind', 'file_digests'])
      .where('id', '=', asked.params.creditId)
    const { kind, file_digests: known } = await earlier.executeTakeFirstOrThrow()
    const fresh = claim.value.files.filter(({ digest }) => !known.includes(digest))
    const proves = await bonusProves(asked, kind, { files: fresh })
    if (!proves.ok) return proves
    const files = await claimSent(asked, claim.value, known)
    return files.ok ? ok({ kind: 'resubmit', claim: claim.value }) : files
  })

export const withdraw: CommandHandler<typeof contract.withdrawCredit> = (asked) =>
  actOnOne(asked, ofProposer, plainly({ kind: 'withdraw', reason: trimmed(asked.body.reason) }))

const judged = ({ points, verdict, reason }: BodyOf<typeof contract.firstReviewCredit>) => {
  const read = readPoints(points, 'body.points')
  return read.ok ? ok({ verdict, points: read.value, reason: trimmed(reason) }) : read
}

export const firstReview: CommandHandler<typeof contract.firstReviewCredit> = (asked) =>
  actOnOne(asked, ofReviewer, async () => {
    const read = judged(asked.body)
    return read.ok ? ok({ kind: 'firstReview', ...read.value }) : read
  })

export const accept: CommandHandler<typeof contract.acceptCredit> = (asked) => {
  const { accepted, until, reason } = asked.body
  const command: CreditCommand = accepted
    ? { kind: 'accept', accepted, until: until ?? '' }
    : { kind: 'accept', accepted, reason: trimmed(reason) }
  return actOnOne(asked, ofOffice, plainly(command))
}

export const giveStatement: CommandHandler<typeof contract.giveStatement> = (asked) =>
  actOnOne(asked, ofUnit, async () => {
    const digests = asked.body.files.map(({ digest }) => digest)
    const sent = await filesSent(asked, digests, [], (index) => `body.files[${index}].digest`)
    if (!sent.ok) return sent
    const files = asked.body.files.map(({ digest, name }) => ({ digest, name }))
    return ok({ kind: 'giveStatement', words: trimmed(asked.body.words), files })
  })

export const review: CommandHandler<typeof contract.reviewCredit> = (asked) =>
  actOnOne(asked, ofOffice, async () => {
    const read = judged(asked.body)
    if (!read.ok) return read
    const { matterOf } = asked.body
    return ok({ kind: 'review', ...read.value, ...(matterOf !== null && { matterOf }) })
  })

export const object: CommandHandler<typeof contract.objectToCredit> = (asked) =>
  actOnOne(asked, ofAppraised, plainly({ kind: 'object', words: trimmed(asked.body.words) }))

export const answerObjection: CommandHandler<typeof contract.answerCreditObjection> = (asked) => {
  const { objectionId, upheld, reason } = asked.body
  return actOnOne(asked, ofOffice, plainly({ kind: 'answerObjection', objectionId, upheld, reason: trimmed(reason) }))
}

export const declineDecision: CommandHandler<typeof contract.declineCreditDecision> = (asked) =>
  actOnOne(asked, ofOffice, plainly({ kind: 'declineDecision', reason: trimmed(asked.body.reason) }))

const readDecision = (given: BodyOf<typeof contract.liftCredit>['decision']): CreditDecision => ({
  body: normaliseName(given.body),
  on: given.on,
  number: normaliseCode(given.number),
  text: trimmed(given.text),
  scanDigest: given.scanDigest,
})

const scanSent = (asked: Asking, digest: string) => filesSent(asked, [digest], [], 'body.decision.scanDigest')

/** Entries of one plan, one command, all or none. */
const actOnSeveral = async (
  asked: Asking & {
    readonly body: { readonly entries: readonly { readonly creditId: string; readonly version: number }[] }
  },
  command: CreditCommand,
  onMoved: readonly OnCreditsMoved[] = [],
): Promise<Result<Outcome<{ count: number }>, Refusal>> => {
  const held = await holdCredits(asked, asked.body.entries)
  if (!held.ok) return held
  const post = postAt(asked.posts, [held.value.plan.ownerUnitId])
  if (post === undefined) return refuse('platform.notFound')
  const done = await applyToCredits(asked, held.value, command, post, onMoved)
  if (!done.ok) return done
  return ok({ post, events: done.value.events, changes: done.value.changes, reply: { count: done.value.after.length } })
}

export const publish: CommandHandler<typeof contract.showCreditsPublicly> = (asked) =>
  actOnSeveral(asked, { kind: 'show', from: asked.body.from, until: asked.body.until })

export const registerDecision: CommandHandler<typeof contract.registerCreditDecision> = async (asked) => {
  const sent = await scanSent(asked, asked.body.decision.scanDigest)
  if (!sent.ok) return sent
  const { agreed } = asked.body
  return actOnSeveral(asked, { kind: 'registerDecision', agreed, decision: readDecision(asked.body.decision) })
}

export const lift: CommandHandler<typeof contract.liftCredit> = (asked) =>
  actOnOne(asked, ofOffice, async () => {
    const sent = await scanSent(asked, asked.body.decision.scanDigest)
    return sent.ok ? ok({ kind: 'lift', decision: readDecision(asked.body.decision) }) : sent
  })

/** 复核 is where totals begin or cease to count an entry, with what rests on them. */
export const confirmWith =
  (onMoved: readonly OnCreditsMoved[]): CommandHandler<typeof contract.confirmCreditDecision> =>
  (asked) =>
    actOnSeveral(asked, { kind: 'confirmDecision' }, onMoved)
