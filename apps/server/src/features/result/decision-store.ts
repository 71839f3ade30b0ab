import { canonicalDecision, type Decision } from '@quanheng/domain/decision/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Change } from '../../platform/door/outcome.ts'

/** Decisions on these subjects, oldest first, each with its confirmation. */
export const decisionsOn = async (db: Reader, subjectIds: readonly string[]): Promise<readonly Decision[]> => {
  if (subjectIds.length === 0) return []
  const rows = await db
    .selectFrom('decision')
    .leftJoin('decision_confirmation as c', 'c.decision_id', 'decision.id')
    .selectAll('decision')
    .select(['c.author as confirmedBy', 'c.at as confirmedAt'])
    .where('decision.subject_id', 'in', [...subjectIds])
    .orderBy('decision.at')
    .orderBy('decision.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    body: row.body,
    decidedOn: row.decided_on,
    text: row.text,
    ...(row.number !== null && { number: row.number }),
    outcome: row.outcome,
    adjustments: row.adjustments,
    ...(row.grades !== null && { grades: row.grades }),
    scanDigest: row.scan_digest,
    recordedBy: row.author,
    recordedAt: row.at.toISOString(),
    ...(row.confirmedBy !== null &&
      row.confirmedAt !== null && {
        confirmation: { by: row.confirmedBy, at: row.confirmedAt.toISOString() },
      }),
    ...(row.replaces !== null && { replaces: row.replaces }),
  }))
}

/** Decisions on any locked version of a plan, those that fell since too: a meeting's word holds until another replaces it. */
export const decisionsOfPlan = async (db: Reader, planId: string): Promise<readonly Decision[]> => {
  const rows = await db.selectFrom('result').select('id').where('plan_id', '=', planId).execute()
  return decisionsOn(
    db,
    rows.map(({ id }) => id),
  )
}

export const insertDecision = async (tx: Tx, decision: Decision, ownerUnitId: string): Promise<void> => {
  await tx
    .insertInto('decision')
    .values({
      id: decision.id,
      subject: json(decision.subject),
      subject_id: decision.subject.id,
      owner_unit_id: ownerUnitId,
      body: decision.body,
      decided_on: decision.decidedOn,
      text: decision.text,
      number: decision.number ?? null,
      outcome: decision.outcome,
      adjustments: json(decision.adjustments),
      grades: decision.grades === undefined ? null : json(decision.grades),
      scan_digest: decision.scanDigest,
      author: json(decision.recordedBy),
      at: decision.recordedAt,
      replaces: decision.replaces ?? null,
    })
    .execute()
}

export const insertConfirmation = async (tx: Tx, decision: Decision): Promise<void> => {
  if (decision.confirmation === undefined) throw new Error('a confirmed decision says by whom')
  const { by, at } = decision.confirmation
  await tx
    .insertInto('decision_confirmation')
    .values({ decision_id: decision.id, author: json(by), at })
    .execute()
}

export const decisionChange = (before: Decision | null, after: Decision): Change => ({
  noun: 'decision',
  id: after.id,
  version: after.confirmation === undefined ? 1 : 2,
  before: before === null ? null : canonicalDecision(before),
  after: canonicalDecision(after),
})
