import { datumTasks } from '@quanheng/domain/datum/open'
import type { DataElement } from '@quanheng/domain/plan/model'
import type { Reader } from '../../platform/database/database.ts'
import { type HeldPost, unitIdsOf } from '../../platform/door/actor.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'

/** A figure that a round may give: the own body owes it of other units, as a quantity or a judgement. */
export interface AskedFigure {
  readonly plan: IssuedPlan
  readonly element: DataElement
  /** The body that owes it. */
  readonly unitId: string
  /** Units whose figure this body owes; its own, where somebody else stands in for it (回避), is not among them. */
  readonly unitIds: readonly string[]
}

/** Figures of one plan in force that these posts' bodies owe. */
export const figuresOf = (plan: IssuedPlan, posts: readonly HeldPost[]): readonly AskedFigure[] => {
  const own = unitIdsOf(posts)
  const tasks = datumTasks(plan.content)
  return plan.content.dataElements.flatMap((element) => {
    const { source, key, type } = element
    if (source.kind === 'appraisedUnit' || !own.includes(source.unitId)) return []
    if (type !== 'quantity' && type !== 'judgement') return []
    const unitIds = tasks
      .filter((task) => task.elementKey === key && task.asked.unitId === source.unitId)
      .map(({ unitId }) => unitId)
    return unitIds.length === 0 ? [] : [{ plan, element, unitId: source.unitId, unitIds }]
  })
}

/** Figures that may be evaluated and are not yet. */
export const openFigures = async (db: Reader, posts: readonly HeldPost[]): Promise<readonly AskedFigure[]> => {
  const own = unitIdsOf(posts)
  if (own.length === 0) return []
  const ids = await db
    .selectFrom('datum')
    .innerJoin('plan', 'plan.id', 'datum.plan_id')
    .select(['plan.id', 'plan.year'])
    .distinct()
    .where('plan.issued_number', 'is not', null)
    .where('datum.asked_unit_id', 'in', own)
    .orderBy('plan.year', 'desc')
    .orderBy('plan.id')
    .limit(50)
    .execute()
  const taken = await db
    .selectFrom('evaluation')
    .select(['plan_id', 'element_key'])
    .where('state', '<>', 'cancelled')
    .where('unit_id', 'in', own)
    .execute()
  const found: AskedFigure[] = []
  for (const { id } of ids) {
    const plan = await issuedPlan(db, id)
    if (plan) found.push(...figuresOf(plan, posts))
  }
  return found.filter(
    ({ plan, element }) => !taken.some((one) => one.plan_id === plan.planId && one.element_key === element.key),
  )
}
