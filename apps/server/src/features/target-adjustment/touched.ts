import { standingUnits } from '@quanheng/domain/sheet/model'
import { isStanding } from '@quanheng/domain/signature/model'
import type { Adjusted, TouchedItem } from '@quanheng/domain/target-adjustment/model'
import { movedItems } from '@quanheng/domain/target-adjustment/touched'
import type { Reader } from '../../platform/database/database.ts'
import type { IssuedPlan } from '../plan/index.ts'
import { sheetsOfPlan } from '../scoring/index.ts'

/** Items that an adjustment would move, with what was reported on them and whose signatures stand: said before anybody agrees. */
export const touchedBy = async (
  db: Reader,
  plan: IssuedPlan,
  unitId: string,
  adjusted: Adjusted,
): Promise<readonly TouchedItem[]> => {
  const moved = movedItems(plan.content, unitId, adjusted)
  if (moved.length === 0) return []
  const data = await db
    .selectFrom('datum')
    .select(['unit_id', 'leaf_keys'])
    .where('plan_id', '=', plan.planId)
    .where('unit_id', 'in', [...new Set(moved.map((item) => item.unitId))])
    .where('last_number', '>', 0)
    .execute()
  const sheets = await sheetsOfPlan(db, plan.planId)
  return moved.map((item) => ({
    ...item,
    reported: data.some((row) => row.unit_id === item.unitId && row.leaf_keys.includes(item.leafKey)),
    signers: [
      ...new Set(
        sheets
          .filter(({ sheet }) => sheet.leafKey === item.leafKey && standingUnits(sheet).includes(item.unitId))
          .flatMap(({ sheet }) => sheet.signatures.filter(isStanding).map(({ signer }) => signer.personId)),
      ),
    ],
  }))
}
