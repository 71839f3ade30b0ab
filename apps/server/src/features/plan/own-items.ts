import type { showPlan } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import type { PlanContent, Recusal } from '@quanheng/domain/plan/model'
import { type OwnItems, ownItems } from '@quanheng/domain/plan/own-items'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { namesOf } from './check-context.ts'
import { type PlanScope, planIsVisible } from './scope.ts'

interface Under {
  readonly id: string
  readonly title: string
  readonly ownerUnitId: string
  readonly recusals: readonly Recusal[]
}

/** Indicator plans in force under a year plan, as far as this person may read them: only what they say of 回避. */
const plansUnder = (db: Reader, scope: PlanScope, yearPlanId: string): Promise<Under[]> =>
  db
    .selectFrom('plan')
    .innerJoin('plan_version as v', (join) =>
      join.onRef('v.plan_id', '=', 'plan.id').onRef('v.number', '=', 'plan.issued_number'),
    )
    .where('plan.parent_plan_id', '=', yearPlanId)
    .where(planIsVisible(scope))
    .select([
      'plan.id',
      'plan.owner_unit_id as ownerUnitId',
      sql<string>`v.content->>'title'`.as('title'),
      sql<readonly Recusal[]>`v.content->'recusals'`.as('recusals'),
    ])
    .execute()

/** Who scores what the lead units of a year plan carry themselves; nothing to say of an indicator plan. */
export const ownItemsOf = async (
  db: Reader,
  scope: PlanScope,
  planId: string,
  content: PlanContent,
): Promise<ReplyOf<typeof showPlan>['ownItems']> => {
  if (content.kind !== 'appraisalPlan') return []
  const under = await plansUnder(db, scope, planId)
  // A plan speaks for its own unit only.
  const recusals = under.flatMap((plan) => plan.recusals.filter(({ unitId }) => unitId === plan.ownerUnitId))
  const rows = ownItems(content, recusals)
  const substitutes = rows.flatMap(({ substitute }) => substitute ?? [])
  const names = await namesOf(db, {
    units: substitutes.map(({ unitId }) => unitId),
    sections: substitutes.flatMap(({ sectionId }) => sectionId ?? []),
    people: [],
  })
  const nameOf = ({ unitId, sectionId = '' }: NonNullable<OwnItems['substitute']>): string =>
    `${names[unitId] ?? ''}${names[sectionId] ?? ''}`
  return rows.map(({ unitId, leafKeys, substitute }) => {
    const plan = under.find(({ ownerUnitId }) => ownerUnitId === unitId)
    return {
      unitId,
      leafKeys: [...leafKeys],
      scorerName: substitute ? nameOf(substitute) : null,
      plan: plan ? { id: plan.id, title: plan.title } : null,
    }
  })
}
