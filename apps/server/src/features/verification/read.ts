import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { type LoadedSheet, readSheets, sheetIsVisible, sheetsOfPlan, sheetsVisibleTo } from '../scoring/index.ts'
import { complete, type LoadedVerification } from './store.ts'

/** A verification read for a page, with the verified sheet and those that amend it. */
export interface ReadVerification extends LoadedVerification {
  readonly plan: IssuedPlan
  readonly sheet: LoadedSheet
  readonly family: Awaited<ReturnType<typeof readSheets>>
}

/** In the scope of its sheet; else it is not there. */
export const readVerification = async (
  db: Reader,
  actor: Actor,
  verificationId: string,
  today: string,
): Promise<Result<ReadVerification, Refusal>> => {
  const row = await db
    .selectFrom('verification')
    .innerJoin('sheet', 'sheet.id', 'verification.sheet_id')
    .selectAll('verification')
    .where('verification.id', '=', verificationId)
    .where(sheetIsVisible(sheetsVisibleTo(actor)))
    .executeTakeFirst()
  if (row === undefined) return refuse('platform.notFound')
  const [loaded] = await complete(db, [row])
  const plan = await issuedPlan(db, row.plan_id)
  const sheets = await sheetsOfPlan(db, row.plan_id)
  const sheet = sheets.find((one) => one.row.id === row.sheet_id)
  if (!loaded || !plan || !sheet) return refuse('platform.notFound')
  const family = await readSheets(
    db,
    sheets.filter((one) => one.row.key === sheet.row.key),
    today,
  )
  return ok({ ...loaded, plan, sheet, family })
}
