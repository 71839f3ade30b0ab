import type * as draws from '@quanheng/contract/draw'
import type { Refusal } from '@quanheng/contract/errors'
import { halfWidth, normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { VerificationCommand } from '@quanheng/domain/verification/commands'
import type { SeedAgreement } from '@quanheng/domain/verification/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Asking } from '../../platform/door/asking.ts'
import type { CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { heldPosts } from '../organisation/index.ts'
import { applyToVerification, type HeldVerification, holdVerification } from './act-on-verification.ts'
import { populationOf } from './population.ts'

const apply = async (
  asked: Asking,
  { verificationId }: { readonly verificationId: string },
  version: number,
  commandOf: (held: HeldVerification) => VerificationCommand | Promise<VerificationCommand>,
): Promise<Result<Outcome<{ version: number }>, Refusal>> => {
  const held = await holdVerification(asked, verificationId, version)
  if (!held.ok) return held
  const done = await applyToVerification(asked, held.value, await commandOf(held.value))
  return done.ok ? ok({ ...done.value, reply: { version: done.value.after.row.version } }) : done
}

/** What the list would be fixed from now; asked for by the commands that may fix it. */
const populationNow = ({ tx }: Asking, { plan, sheet, verification: { scope } }: HeldVerification) =>
  populationOf(tx, plan.content, sheet.sheet, scope.kind === 'random' ? (scope.agreement?.by ?? 'none') : 'none')

export const commit: CommandHandler<typeof draws.commitSeed> = ({ params, body, ...asked }) =>
  apply(asked, params, body.version, async (held) => ({
    kind: 'commit',
    digest: body.digest,
    population: await populationNow(asked, held),
  }))

/** Values are hashed by their characters, as the browser hashed them before they were filed. */
export const reveal: CommandHandler<typeof draws.revealSeed> = ({ params, body, ...asked }) =>
  apply(asked, params, body.version, () => ({ kind: 'reveal', value: normaliseName(halfWidth(body.value)) }))

export const fallBack: CommandHandler<typeof draws.fallBackSeed> = ({ params, body, ...asked }) =>
  apply(asked, params, body.version, async (held) => ({
    kind: 'fallBack',
    reason: normaliseText(body.reason).trim(),
    population: await populationNow(asked, held),
  }))

export const witness: CommandHandler<typeof draws.witnessDraw> = ({ params, body, ...asked }) =>
  apply(asked, params, body.version, () => ({ kind: 'witness', digest: body.digest }))

/** Who may be party of an agreed seed today: observers, the verification groups, and who handles scores. */
export const partiesOn = async (db: Reader, on: string) => {
  const kinds = ['observer', 'verificationLead', 'verifier', 'handler', 'officeStaff'] as const
  const held = (await Promise.all(kinds.map((kind) => heldPosts(db, { kind, on })))).flat()
  return [...new Map(held.map((post) => [`${post.personId} ${post.kind === 'observer'}`, post])).values()]
}

/** The agreement with its parties by name and post; a person who holds none of these posts today is no party. */
export const agreementOf = async (
  db: Reader,
  given: { readonly partyIds: readonly string[]; readonly source: string; readonly publishedOn: string } | undefined,
  by: 'group' | 'none',
  today: string,
): Promise<Result<SeedAgreement | undefined, Refusal>> => {
  if (given === undefined) return ok(undefined)
  const held = await partiesOn(db, today)
  const found = given.partyIds.map((personId) => {
    const own = held.filter((post) => post.personId === personId)
    return own.find(({ kind }) => kind === 'observer') ?? own[0]
  })
  if (found.some((post) => post === undefined))
    return refuse('verification.partiesWrong', { at: 'body.scope.agreement' })
  const parties = found
    .filter((post) => post !== undefined)
    .map(({ personId, personName, kind, unitId, sectionId }) => ({
      personId,
      name: personName,
      post: kind,
      unitId,
      ...(sectionId !== null && { sectionId }),
    }))
  return ok({ parties, source: normaliseText(given.source).trim(), publishedOn: given.publishedOn, by })
}
