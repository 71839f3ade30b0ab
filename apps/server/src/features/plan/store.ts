import type { Acceptance, Plan } from '@quanheng/domain/plan/plan'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import { type PlanScope, planIsVisible } from './scope.ts'
import type { PlanRow, PlanVersionRow } from './tables.ts'

/** The plan as this person may see it at all; whether its draft too is for `seesDraftsOf`. */
export const visiblePlan = (db: Reader, scope: PlanScope, planId: string): Promise<PlanRow | undefined> =>
  db.selectFrom('plan').selectAll().where('plan.id', '=', planId).where(planIsVisible(scope)).executeTakeFirst()

/** The same, locked for a command. */
export const planForUpdate = (tx: Tx, scope: PlanScope, planId: string): Promise<PlanRow | undefined> =>
  tx
    .selectFrom('plan')
    .selectAll()
    .where('plan.id', '=', planId)
    .where(planIsVisible(scope))
    .forUpdate()
    .executeTakeFirst()

/** Acceptances that nobody has withdrawn, in the order in which they were given. Scope is the plan's. */
export const liveAcceptances = async (db: Reader, planId: string): Promise<readonly Acceptance[]> => {
  const rows = await db
    .selectFrom('finding_acceptance')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('seq')
    .execute()
  const last = new Map(rows.map((row) => [row.finding, row]))
  return [...last.values()].flatMap((row) =>
    row.withdrawn
      ? []
      : [
          {
            finding: row.finding,
            code: row.code,
            at: row.place,
            reason: row.reason,
            by: row.author,
            on: row.on_day,
          },
        ],
  )
}

/** The row as the domain's plan: the version worked on. */
export const planOf = (
  { state, ...row }: PlanRow & { readonly state: Exclude<PlanRow['state'], 'discarded'> },
  acceptances: readonly Acceptance[],
): Plan => ({
  id: row.id,
  version: row.number,
  state,
  content: row.content,
  acceptances,
  drafter: row.drafter,
  ...(row.reason !== null && { reason: row.reason }),
})

/** A version that was issued, as the domain's plan. */
export const planOfVersion = (row: PlanVersionRow): Plan => ({
  id: row.plan_id,
  version: row.number,
  state: 'issued',
  content: row.content,
  acceptances: row.acceptances,
  drafter: row.author,
  ...(row.reason !== null && { reason: row.reason }),
  issue: {
    way: row.way,
    number: row.document_number,
    date: row.document_date,
    by: row.author,
    ...(row.scan_digest !== null && { scanDigest: row.scan_digest }),
  },
})

/** Issued versions, the latest first. Scope is the plan's. */
export const versionsOf = (db: Reader, planId: string): Promise<PlanVersionRow[]> =>
  db.selectFrom('plan_version').selectAll().where('plan_id', '=', planId).orderBy('number', 'desc').execute()

export const versionOf = (db: Reader, planId: string, number: number): Promise<PlanVersionRow | undefined> =>
  db
    .selectFrom('plan_version')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('number', '=', number)
    .executeTakeFirst()

const stored = (row: PlanRow) => ({
  ...row,
  content: json(row.content),
  drafter: json(row.drafter),
  carried: json(row.carried),
})

export const insertPlan = async (tx: Tx, row: PlanRow): Promise<void> => {
  await tx.insertInto('plan').values(stored(row)).execute()
}

export const updatePlan = async (tx: Tx, row: PlanRow): Promise<void> => {
  await tx.updateTable('plan').set(stored(row)).where('id', '=', row.id).execute()
}

/** `number` of the paper and day come from the caller; the content is kept exactly as it was digested. */
export const insertVersion = async (tx: Tx, row: PlanVersionRow): Promise<void> => {
  await tx
    .insertInto('plan_version')
    .values({
      ...row,
      content: json(row.content),
      acceptances: json(row.acceptances),
      author: json(row.author),
    })
    .execute()
}
