import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { showVerification, verificationPeople } from '@quanheng/contract/verification'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import { strengthOf } from '@quanheng/domain/signature/model'
import { unanswered } from '@quanheng/domain/verification/acts'
import { missingParties } from '@quanheng/domain/verification/commitment'
import { drawDigest } from '@quanheng/domain/verification/draw-acts'
import {
  badUnits,
  isCommitted,
  opinionOn,
  type RandomScope,
  standingDraw,
  type Verification,
} from '@quanheng/domain/verification/model'
import { residualError, wholeUnits } from '@quanheng/domain/verification/residual-error'
import { boundTo } from '@quanheng/domain/verification/seed-agreement'
import { type VerificationCommandKind, verificationWorkflow } from '@quanheng/domain/verification/transitions'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { sha256 } from '../../platform/log/means.ts'
import { heldPosts } from '../organisation/index.ts'
import { dueOf, namesOf } from '../scoring/index.ts'
import { postsOnSide, sendingUnits, unsignedUnits } from './act-on-verification.ts'
import { nextPeople } from './next-people.ts'
import { peopleOf, presentUnits } from './present-units.ts'
import { type ReadVerification, readVerification } from './read.ts'

type Reply = ReplyOf<typeof showVerification>
type Names = Awaited<ReturnType<typeof namesOf>>

const scopeShown = ({ verification }: ReadVerification, names: Names, me: string): Reply['scope'] => {
  const { scope } = verification
  const ref = (unitId: string) => ({ unitId, unitName: names.get(unitId) ?? '' })
  const none = { size: null, populationDigest: null, strata: [], confidence: null, factors: [], agreement: null }
  if (scope.kind === 'full') return { kind: 'full', ...none, picks: [] }
  const picks = scope.picks.map(({ unitId, reason }) => ({ ...ref(unitId), reason }))
  if (scope.kind === 'key') return { kind: 'key', ...none, picks }
  return {
    kind: 'random',
    size: scope.size,
    populationDigest: scope.populationDigest ?? null,
    strata: scope.strata.map(({ key, units }) => ({
      key,
      units: units.map(({ code, unitId, risk, chance }) => ({
        ...ref(unitId),
        code,
        risk: risk ?? null,
        chance: chance ?? null,
        facts: [...(scope.weighing?.held.find((one) => one.unitId === unitId)?.facts ?? [])],
      })),
    })),
    confidence: scope.confidence ?? 95,
    factors: [...(scope.weighing?.factors ?? [])],
    agreement: agreementShown(verification, scope, names, me),
    picks,
  }
}

const agreementShown = (
  { id, commitments, fallback, ...verification }: Verification,
  { agreement }: RandomScope,
  names: Names,
  me: string,
): Reply['scope']['agreement'] => {
  if (!agreement) return null
  return {
    source: agreement.source,
    publishedOn: agreement.publishedOn,
    stands: isCommitted({ id, ...verification, ...(fallback && { fallback }) }),
    parties: agreement.parties.map(({ personId, name }) => {
      const filed = commitments?.find(({ by }) => by.personId === personId)
      return {
        personId,
        name,
        bound: boundTo(id, personId),
        committedAt: filed?.at ?? null,
        digest: filed?.digest ?? null,
        revealedAt: filed?.reveal?.at ?? null,
        me: personId === me,
      }
    }),
    fallback: fallback
      ? {
          by: names.get(fallback.by.personId) ?? '',
          at: fallback.at,
          reason: fallback.reason,
          missing: [...fallback.missing],
        }
      : null,
  }
}

/** 抽样推断, once every unit drawn has an opinion. */
export const residualShown = (verification: Verification): Reply['residual'] => {
  const { scope } = verification
  const drawn = standingDraw(verification)?.picked.map(({ unitId }) => unitId)
  if (scope.kind !== 'random' || !drawn?.every((unitId) => opinionOn(verification, unitId))) return null
  const { estimated, ...said } = residualError(
    scope.strata,
    new Set(drawn),
    badUnits(verification),
    scope.confidence ?? 95,
  )
  return { ...said, estimated: wholeUnits(estimated) }
}

const drawsShown = ({ verification }: ReadVerification, names: Names): Reply['draws'] =>
  verification.draws.map(({ cancellation, attestation, ...draw }) => ({
    ...draw,
    digest: drawDigest(draw, sha256),
    attested: attestation
      ? {
          at: attestation.at,
          means: strengthOf({ kind: 'screen', ...(attestation.proof && { proof: attestation.proof }) }),
        }
      : null,
    seedParts: [...draw.seedParts],
    picked: draw.picked.map(({ code, unitId, stratum }) => ({
      code,
      unitId,
      stratum,
      unitName: names.get(unitId) ?? '',
    })),
    drawnBy: names.get(draw.drawnBy.personId) ?? '',
    witness: names.get(draw.witness.personId) ?? '',
    cancellation: cancellation
      ? { by: names.get(cancellation.by.personId) ?? '', at: cancellation.at, reason: cancellation.reason }
      : null,
  }))

/** What this person's posts may do now; what the rules would refuse at once is left out. */
const mayNow = async (db: Reader, read: ReadVerification, actor: Actor): Promise<Reply['may']> => {
  const { verification, sheet, plan } = read
  const kinds = postsOnSide(actor.posts, sheet, await sendingUnits(db, plan, sheet.row.scorer_unit_id)).map(
    (post) => post.kind,
  )
  const may = [...new Set(kinds.flatMap((kind) => commandsFor(verificationWorkflow, verification.state, kind)))]
  const closable = unanswered(verification).length === 0 && unsignedUnits(read).length === 0
  const redrawable = verification.scope.kind === 'random' && verification.visits.length === 0
  const filed = verification.commitments?.find(({ by }) => by.personId === actor.personId)
  const isParty = partyIds(verification).includes(actor.personId)
  const draw = standingDraw(verification)
  const possible: Partial<Readonly<Record<VerificationCommandKind, boolean>>> = {
    commit: isParty && filed === undefined,
    reveal: filed !== undefined && filed.reveal === undefined,
    fallBack: isCommitted(verification),
    witness: draw?.witness.personId === actor.personId && draw.attestation === undefined,
    draw: missingParties(verification).length === 0,
    close: closable,
    cancelDraw: redrawable,
  }
  return may.filter((command) => possible[command] ?? true)
}

const partyIds = ({ scope }: Verification): readonly string[] =>
  scope.kind === 'random' ? (scope.agreement?.parties ?? []).map(({ personId }) => personId) : []

/** Every unit that the arrangement names, whoever is visited in the end. */
const unitsOf = ({ verification: { scope }, sheet }: ReadVerification): readonly string[] => [
  ...sheet.row.unit_ids,
  ...(scope.kind === 'full' ? scope.unitIds : scope.picks.map(({ unitId }) => unitId)),
]

export const scorerName = (
  { row }: { readonly row: { readonly scorer_unit_id: string; readonly scorer_section_id: string | null } },
  names: Names,
): string => `${names.get(row.scorer_unit_id) ?? ''}${names.get(row.scorer_section_id ?? '') ?? ''}`

export const show = async (
  db: Reader,
  actor: Actor,
  verificationId: string,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const found = await readVerification(db, actor, verificationId, today)
  if (!found.ok) return found
  const read = found.value
  const { row, verification, plan, sheet } = read
  const names = await namesOf(db, {
    units: [...unitsOf(read), sheet.row.scorer_unit_id],
    sections: sheet.row.scorer_section_id === null ? [] : [sheet.row.scorer_section_id],
    people: peopleOf(read),
  })
  const next = await nextPeople(db, read, sheet, plan, today)
  return ok({
    id: row.id,
    version: row.version,
    sheetId: row.sheet_id,
    planTitle: plan.title,
    year: plan.year,
    leafName: sheet.row.leaf_name,
    fullMark: nodeByKey(plan.content, row.leaf_key)?.fullMark ?? '',
    scorerName: scorerName(sheet, names),
    state: verification.state,
    standard: verification.standard,
    scope: scopeShown(read, names, actor.personId),
    draws: drawsShown(read, names),
    residual: residualShown(verification),
    units: presentUnits(read, names),
    unsigned: unsignedUnits(read).map((unitId) => names.get(unitId) ?? ''),
    due: dueOf(plan.content, 'verification'),
    next: next ? { ...next, people: [...next.people] } : null,
    may: await mayNow(db, read, actor),
  })
}

/** 监督人 and 核验人员 of today, each once. */
export const people = async (db: Reader, today: string): Promise<ReplyOf<typeof verificationPeople>> => {
  const read = async (kind: 'observer' | 'verificationLead' | 'verifier') =>
    (await heldPosts(db, { kind, on: today })).map((post) => ({
      personId: post.personId,
      name: post.personName,
      unitName: post.unitName,
    }))
  const once = (list: Awaited<ReturnType<typeof read>>) => [
    ...new Map(list.map((person) => [person.personId, person])).values(),
  ]
  return {
    witnesses: once(await read('observer')),
    members: once([...(await read('verificationLead')), ...(await read('verifier'))]),
  }
}
