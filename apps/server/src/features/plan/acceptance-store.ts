import type { Author } from '@quanheng/domain/kernel/command-context'
import type { Acceptance, Plan } from '@quanheng/domain/plan/plan'
import { json, type Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { canonicalAcceptance } from './canonical.ts'
import type { FindingAcceptanceRow } from './tables.ts'

type Row = Omit<FindingAcceptanceRow, 'seq'>

const missingFrom = (all: readonly Acceptance[], others: readonly Acceptance[]) => {
  const known = new Set(others.map((acceptance) => acceptance.finding))
  return all.filter((acceptance) => !known.has(acceptance.finding))
}

/** Appends what a decision added to the acceptances, and a withdrawal for what it took away. */
export const recordAcceptances = async (
  tx: Tx,
  before: Plan,
  after: Plan,
  context: Context,
  by: Author,
): Promise<readonly Change[]> => {
  const rowOf = (acceptance: Acceptance, withdrawn: boolean): Row => ({
    id: context.newId(),
    plan_id: before.id,
    number: before.version,
    withdrawn,
    finding: acceptance.finding,
    code: acceptance.code,
    place: acceptance.at,
    reason: acceptance.reason,
    author: acceptance.by,
    on_day: context.today,
  })
  const rows = [
    ...missingFrom(after.acceptances, before.acceptances).map((acceptance) => rowOf(acceptance, false)),
    ...missingFrom(before.acceptances, after.acceptances).map((acceptance) => ({
      ...rowOf(acceptance, true),
      author: by,
    })),
  ]
  if (rows.length === 0) return []
  await tx
    .insertInto('finding_acceptance')
    .values(rows.map((row) => ({ ...row, author: json(row.author) })))
    .execute()
  return rows.map((row) => ({
    noun: 'findingAcceptance',
    id: row.id,
    version: 1,
    before: null,
    after: canonicalAcceptance(row),
  }))
}
