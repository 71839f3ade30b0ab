import type { ResultState } from '@quanheng/domain/result/model'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

/** What a body keeps of a year: its own issued plan with all that was made under it. */
export interface ArchiveYear {
  readonly year: number
  readonly title: string
  readonly mainPlanId: string
  readonly planIds: readonly string[]
  /** The newest locked version of the body's own plan; null while nothing is locked. */
  readonly locked: { readonly state: ResultState; readonly purpose: string } | null
  /** What is not final yet, in officials' words. */
  readonly open: readonly string[]
}

interface PlanOfYear {
  readonly id: string
  readonly kind: string
  readonly year: number
  readonly parent: string | null
  readonly owner: string
  readonly ownerName: string
  readonly title: string
}

const plansOf = async (db: Reader): Promise<readonly PlanOfYear[]> =>
  db
    .selectFrom('plan')
    .innerJoin('plan_version', (join) =>
      join.onRef('plan_version.plan_id', '=', 'plan.id').onRef('plan_version.number', '=', 'plan.issued_number'),
    )
    .innerJoin('unit', 'unit.id', 'plan.owner_unit_id')
    .select(['plan.id', 'plan.kind', 'plan.year', 'plan.parent_plan_id as parent', 'plan.owner_unit_id as owner'])
    .select(['unit.name as ownerName', sql<string>`plan_version.content->>'title'`.as('title')])
    .orderBy('plan.year', 'desc')
    .orderBy('unit.sort_code')
    .orderBy('plan.id')
    .execute()

interface Locked {
  readonly plan_id: string
  readonly state: ResultState
  readonly purpose: string
}

const openOf = (
  main: PlanOfYear,
  under: readonly PlanOfYear[],
  locked: ReadonlyMap<string, Locked>,
): readonly string[] => {
  const own = main.kind === 'appraisalPlan' ? '总分结果' : '评分结果'
  const said = (plan: PlanOfYear, what: string): readonly string[] => {
    const state = locked.get(plan.id)?.state
    if (state === undefined) return [`${plan.ownerName}的${what}尚未锁定`]
    return state === 'issued' ? [] : [`${plan.ownerName}的${what}已锁定，尚未印发`]
  }
  return [...said(main, own), ...under.flatMap((plan) => said(plan, '评分结果'))]
}

/** Years of a body of which it issued a plan, the newest first: the year plan with the lead units' plans under it, else its own. */
export const yearsOf = async (db: Reader, unitId: string): Promise<readonly ArchiveYear[]> => {
  const plans = await plansOf(db)
  const results = await db
    .selectFrom('result')
    .select(['plan_id', 'state', 'purpose'])
    .where('state', '<>', 'voided')
    .orderBy('frozen_at')
    .execute()
  const locked = new Map<string, Locked>(results.map((row) => [row.plan_id, row]))
  const years = [...new Set(plans.filter(({ owner }) => owner === unitId).map(({ year }) => year))]
  return years.flatMap((year): readonly ArchiveYear[] => {
    const own = plans.filter((plan) => plan.owner === unitId && plan.year === year)
    const main = own.find(({ kind }) => kind === 'appraisalPlan') ?? own[0]
    if (main === undefined) return []
    const under = plans.filter((plan) => plan.id !== main.id && (plan.parent === main.id || own.includes(plan)))
    return [
      {
        year,
        title: main.title,
        mainPlanId: main.id,
        planIds: [main, ...under].map(({ id }) => id).sort(),
        locked: locked.get(main.id) ?? null,
        open: openOf(main, under, locked),
      },
    ]
  })
}
