import type { PlanKind } from '@quanheng/domain/plan/model'
import type { Reader } from '../../platform/database/database.ts'
import { type PlanScope, planIsVisible } from './scope.ts'
import type { PlanTable } from './tables.ts'

/** A plan as a line of a list: what it is, whose, and how far. */
export interface PlanHeader {
  readonly planId: string
  readonly kind: PlanKind
  readonly ownerUnitId: string
  readonly ownerName: string
  readonly year: number
  readonly title: string
  readonly state: PlanTable['state']
  /** The version worked on. */
  readonly number: number
  /** The version in force; null before the first issue. */
  readonly issuedNumber: number | null
  readonly parentPlanId: string | null
}

const columns = (db: Reader) =>
  db
    .selectFrom('plan')
    .innerJoin('unit', 'unit.id', 'plan.owner_unit_id')
    .select([
      'plan.id as planId',
      'plan.kind',
      'plan.owner_unit_id as ownerUnitId',
      'unit.name as ownerName',
      'plan.year',
      'plan.title',
      'plan.state',
      'plan.number',
      'plan.issued_number as issuedNumber',
      'plan.parent_plan_id as parentPlanId',
    ])

/** The plans a person may see, newest year first, year plan before the plans under it; those given up are left out. */
export const planHeaders = (
  db: Reader,
  scope: PlanScope,
  filter: { readonly year?: number; readonly kind?: PlanKind; readonly issuedOnly?: boolean } = {},
): Promise<PlanHeader[]> => {
  let found = columns(db).where(planIsVisible(scope)).where('plan.state', '!=', 'discarded')
  if (filter.year !== undefined) found = found.where('plan.year', '=', filter.year)
  if (filter.kind !== undefined) found = found.where('plan.kind', '=', filter.kind)
  if (filter.issuedOnly) found = found.where('plan.issued_number', 'is not', null)
  return found.orderBy('plan.year', 'desc').orderBy('plan.kind').orderBy('unit.sort_code').orderBy('plan.id').execute()
}

/** One line, or null when the person may not see the plan. */
export const planHeader = async (db: Reader, scope: PlanScope, planId: string): Promise<PlanHeader | null> =>
  (await columns(db).where(planIsVisible(scope)).where('plan.id', '=', planId).executeTakeFirst()) ?? null
