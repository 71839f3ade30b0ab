import type { ReplyOf } from '@quanheng/contract/route'
import type { verificationRisks } from '@quanheng/contract/verification'
import { standingUnits } from '@quanheng/domain/sheet/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { issuedPlan } from '../plan/index.ts'
import { type LoadedSheet, namesOf, sheetIsVisible, sheetsVisibleTo, withSignatures } from '../scoring/index.ts'
import { sendingUnits } from './act-on-verification.ts'
import { risksOf } from './risks.ts'
import { partiesOn } from './seed-services.ts'

/** The sheet where this person may see it; else it is not there. */
export const readable = async (db: Reader, actor: Actor, sheetId: string): Promise<readonly LoadedSheet[]> =>
  withSignatures(
    db,
    await db
      .selectFrom('sheet')
      .selectAll('sheet')
      .where('sheet.id', '=', sheetId)
      .where(sheetIsVisible(sheetsVisibleTo(actor)))
      .execute(),
  )

/** 风险因素 of each unit that still stands on the sheet, and who may be party of an agreed seed. */
export const risksShown = async (
  db: Reader,
  { sheet }: LoadedSheet,
  today: string,
): Promise<ReplyOf<typeof verificationRisks>> => {
  const unitIds = standingUnits(sheet)
  const known = await risksOf(db, { planId: sheet.planId, leafKey: sheet.leafKey, unitIds })
  const names = await namesOf(db, { units: [...unitIds], sections: [] })
  const plan = await issuedPlan(db, sheet.planId)
  const sending = plan ? await sendingUnits(db, plan, sheet.scorer.unitId) : []
  const parties = (await partiesOn(db, today)).filter(
    ({ kind, unitId }) => kind === 'observer' || sending.includes(unitId),
  )
  return {
    units: unitIds.map((unitId) => ({
      unitId,
      unitName: names.get(unitId) ?? '',
      facts: [...(known.find((one) => one.unitId === unitId)?.facts ?? [])],
    })),
    parties: parties.map(({ personId, personName, unitName, kind }) => ({
      personId,
      name: personName,
      unitName,
      post: kind,
    })),
  }
}
