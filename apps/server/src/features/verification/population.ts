import type { PlanContent } from '@quanheng/domain/plan/model'
import { type Sheet, standingUnits } from '@quanheng/domain/sheet/model'
import type { Stratum } from '@quanheng/domain/verification/draw'
import type { Population } from '@quanheng/domain/verification/freeze-population'
import type { Reader } from '../../platform/database/database.ts'
import { risksOf } from './risks.ts'

/** The units of the sheet with their numbers on it, which a draw names them by; in strata of their groups where it is by group. */
const strataOf = (content: PlanContent, sheet: Sheet, by: 'group' | 'none'): readonly Stratum[] => {
  const standing = new Set(standingUnits(sheet))
  const units = sheet.unitIds
    .map((unitId, at) => ({ unitId, code: String(at + 1).padStart(3, '0') }))
    .filter(({ unitId }) => standing.has(unitId))
  const groupOf = (unitId: string) => content.unitGroups.find((group) => group.unitIds.includes(unitId))?.key ?? ''
  if (by === 'none') return [{ key: '', units }]
  return [...Map.groupBy(units, ({ unitId }) => groupOf(unitId))].map(([key, own]) => ({ key, units: own }))
}

/** What a list is fixed from: the units that stand on the sheet now, and what is on record about them. */
export const populationOf = async (
  db: Reader,
  content: PlanContent,
  sheet: Sheet,
  by: 'group' | 'none',
): Promise<Population> => ({
  strata: strataOf(content, sheet, by),
  known: await risksOf(db, { planId: sheet.planId, leafKey: sheet.leafKey, unitIds: sheet.unitIds }),
})
