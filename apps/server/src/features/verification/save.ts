import type { Draw, Opinion, Verification, Visit } from '@quanheng/domain/verification/model'
import { json, type Tx } from '../../platform/database/database.ts'
import type { LoadedVerification } from './store.ts'

const insertDraw = async (tx: Tx, verificationId: string, draw: Draw): Promise<void> => {
  await tx
    .insertInto('draw')
    .values({
      id: draw.id,
      verification_id: verificationId,
      algorithm: draw.algorithm,
      population_digest: draw.populationDigest,
      size: draw.size,
      seed_parts: json(draw.seedParts),
      seed: draw.seed,
      picked: json(draw.picked),
      drawn_by: json(draw.drawnBy),
      witness: json(draw.witness),
      at: draw.at,
    })
    .execute()
}

const insertCancellation = async (tx: Tx, drawId: string, given: NonNullable<Draw['cancellation']>): Promise<void> => {
  await tx
    .insertInto('draw_cancellation')
    .values({ draw_id: drawId, author: json(given.by), at: given.at, reason: given.reason })
    .execute()
}

const insertAttestation = async (tx: Tx, drawId: string, given: NonNullable<Draw['attestation']>): Promise<void> => {
  await tx
    .insertInto('draw_attestation')
    .values({ draw_id: drawId, author: json(given.by), at: given.at, digest: given.digest, proof: given.proof ?? null })
    .execute()
}

/** Commitments, what they revealed, and that the agreed seed was given up. */
const saveSeed = async (tx: Tx, old: Verification, next: Verification): Promise<void> => {
  const known = old.commitments ?? []
  for (const [index, { by, digest, at, reveal }] of (next.commitments ?? []).entries()) {
    const key = { verification_id: next.id, digest }
    if (known[index] === undefined)
      await tx
        .insertInto('draw_commitment')
        .values({ ...key, author: json(by), at })
        .execute()
    if (reveal && !known[index]?.reveal)
      await tx
        .insertInto('draw_reveal')
        .values({ ...key, ...reveal })
        .execute()
  }
  if (next.fallback && !old.fallback) {
    const { by, at, reason, missing } = next.fallback
    await tx
      .insertInto('draw_fallback')
      .values({ verification_id: next.id, author: json(by), at, reason, missing: [...missing] })
      .execute()
  }
}

const insertVisit = async (tx: Tx, verificationId: string, visit: Visit): Promise<void> => {
  await tx
    .insertInto('visit_record')
    .values({
      id: visit.id,
      verification_id: verificationId,
      unit_id: visit.unitId,
      visited_on: visit.visitedOn,
      member_ids: [...visit.memberIds],
      record: visit.record,
      evidence_ids: [...visit.evidenceIds],
      unit_side: json(visit.unitSide),
      recorded_by: json(visit.recordedBy),
      at: visit.at,
    })
    .execute()
}

const insertOpinion = async (tx: Tx, verificationId: string, opinion: Opinion): Promise<void> => {
  await tx
    .insertInto('verification_opinion')
    .values({
      id: opinion.id,
      verification_id: verificationId,
      unit_id: opinion.unitId,
      finding: json(opinion.finding),
      author: json(opinion.by),
      at: opinion.at,
    })
    .execute()
}

const insertAnswer = async (tx: Tx, opinionId: string, answer: NonNullable<Opinion['answer']>): Promise<void> => {
  await tx
    .insertInto('opinion_answer')
    .values({
      opinion_id: opinionId,
      kind: answer.kind,
      reason: answer.kind === 'declined' ? answer.reason : null,
      author: json(answer.by),
      at: answer.at,
    })
    .execute()
}

/** Writes what a decision added; nothing that was written is ever changed, but that an open list is fixed. @returns it as it will be read back */
export const saveVerification = async (
  tx: Tx,
  before: LoadedVerification,
  next: Verification,
): Promise<LoadedVerification> => {
  const old = before.verification
  const { id } = next
  await saveSeed(tx, old, next)
  for (const draw of next.draws.slice(old.draws.length)) await insertDraw(tx, id, draw)
  for (const [index, draw] of old.draws.entries()) {
    const cancellation = next.draws[index]?.cancellation
    if (cancellation && !draw.cancellation) await insertCancellation(tx, draw.id, cancellation)
    const attestation = next.draws[index]?.attestation
    if (attestation && !draw.attestation) await insertAttestation(tx, draw.id, attestation)
  }
  for (const visit of next.visits.slice(old.visits.length)) await insertVisit(tx, id, visit)
  for (const opinion of next.opinions.slice(old.opinions.length)) await insertOpinion(tx, id, opinion)
  for (const [index, opinion] of old.opinions.entries()) {
    const answer = next.opinions[index]?.answer
    if (answer && !opinion.answer) await insertAnswer(tx, opinion.id, answer)
  }
  const row = { ...before.row, scope: next.scope, state: next.state, version: before.row.version + 1 }
  const { state, version } = row
  await tx
    .updateTable('verification')
    .set({ scope: json(row.scope), state, version })
    .where('id', '=', id)
    .execute()
  return { row, verification: next }
}
