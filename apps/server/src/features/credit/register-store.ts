import { type CreditRegister, canonicalRegister, type ZeroReport } from '@quanheng/domain/credit/register'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { CreditRegisterRow } from './tables.ts'

/** The register of a year plan; one that nobody has touched yet is open and has no row. */
export interface LoadedRegister {
  readonly row: CreditRegisterRow | null
  readonly register: CreditRegister
}

const zeroReportsOf = async (db: Reader, registerId: string): Promise<readonly ZeroReport[]> =>
  (
    await db.selectFrom('credit_zero_report').selectAll().where('register_id', '=', registerId).orderBy('seq').execute()
  ).map(({ unit_id, author, at }) => ({ unitId: unit_id, by: author, at: at.toISOString() }))

const complete = async (db: Reader, row: CreditRegisterRow): Promise<LoadedRegister> => ({
  row,
  register: {
    planId: row.plan_id,
    state: row.state,
    asked: row.asked,
    zeroReports: await zeroReportsOf(db, row.id),
    ...(row.reopened !== null && { reopened: row.reopened }),
  },
})

const untouched = (planId: string): LoadedRegister => ({
  row: null,
  register: { planId, state: 'open', asked: [], zeroReports: [] },
})

export const registerOfPlan = async (db: Reader, planId: string): Promise<LoadedRegister> => {
  const row = await db.selectFrom('credit_register').selectAll().where('plan_id', '=', planId).executeTakeFirst()
  return row === undefined ? untouched(planId) : complete(db, row)
}

/** Held against closing and reopening until the transaction ends; a new entry reads it so. */
export const shareRegister = async (tx: Tx, planId: string): Promise<LoadedRegister> => {
  const found = tx.selectFrom('credit_register').selectAll().where('plan_id', '=', planId)
  const row = await found.forShare().executeTakeFirst()
  return row === undefined ? untouched(planId) : complete(tx, row)
}

/** Held for a change; made where there is none, so that two first changes wait for each other. */
export const lockRegister = async (tx: Tx, planId: string, context: Context): Promise<LoadedRegister> => {
  await tx
    .insertInto('credit_register')
    .values({ id: context.newId(), plan_id: planId, state: 'open', asked: json([]), reopened: null, version: 1 })
    .onConflict((conflict) => conflict.column('plan_id').doNothing())
    .execute()
  const found = tx.selectFrom('credit_register').selectAll().where('plan_id', '=', planId)
  return complete(tx, await found.forUpdate().executeTakeFirstOrThrow())
}

export const registerById = async (db: Reader, id: string): Promise<LoadedRegister | undefined> => {
  const row = await db.selectFrom('credit_register').selectAll().where('id', '=', id).executeTakeFirst()
  return row && complete(db, row)
}

export const canonicalLoadedRegister = ({ row, register }: LoadedRegister): object => ({
  ...canonicalRegister(register),
  version: row?.version ?? 0,
})

/** @returns what the act digests, and the version that stands now */
export const saveRegister = async (
  tx: Tx,
  before: LoadedRegister,
  next: CreditRegister,
): Promise<{ readonly change: Change; readonly version: number }> => {
  if (before.row === null) throw new Error('a register is locked before it is changed')
  const row: CreditRegisterRow = {
    ...before.row,
    state: next.state,
    asked: next.asked,
    reopened: next.reopened ?? null,
    version: before.row.version + 1,
  }
  await tx
    .updateTable('credit_register')
    .set({ state: row.state, asked: json(row.asked), reopened: row.reopened, version: row.version })
    .where('id', '=', row.id)
    .execute()
  for (const zero of next.zeroReports.slice(before.register.zeroReports.length)) {
    await tx
      .insertInto('credit_zero_report')
      .values({ register_id: row.id, unit_id: zero.unitId, author: json(zero.by), at: zero.at })
      .execute()
  }
  const after = { row, register: next }
  return {
    change: {
      noun: 'creditRegister',
      id: row.id,
      version: row.version,
      before: before.row.version === 1 ? null : canonicalLoadedRegister(before),
      after: canonicalLoadedRegister(after),
    },
    version: row.version,
  }
}
