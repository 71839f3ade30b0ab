import type { ReplyOf } from '@quanheng/contract/route'
import type { routineSubjects } from '@quanheng/contract/routine-record'
import { lineage } from '@quanheng/domain/plan/tree'
import { recorders } from '@quanheng/domain/routine-record/transitions'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'

type Subjects = ReplyOf<typeof routineSubjects>

/** The body of the office above a plan: the year plan's, or the plan's own where it runs alone. */
export const officeOf = async (db: Reader, { parentPlanId, ownerUnitId }: IssuedPlan): Promise<string> =>
  (parentPlanId === null ? null : await issuedPlan(db, parentPlanId))?.ownerUnitId ?? ownerUnitId

/** Units in which the recorder sits are left out: nobody records the own unit (回避). */
const sheetsOf = (db: Reader, posts: readonly HeldPost[]) => {
  const held = posts.filter(({ kind }) => (recorders as readonly string[]).includes(kind))
  const places = held.map(
    ({ unitId, sectionId }) =>
      sql<boolean>`(sheet.scorer_unit_id = ${unitId} AND (sheet.scorer_section_id IS NULL OR ${sectionId}::uuid IS NULL OR sheet.scorer_section_id = ${sectionId}))`,
  )
  return db
    .selectFrom('sheet')
    .select(['sheet.plan_id', 'sheet.leaf_key', 'sheet.unit_ids'])
    .where('sheet.amends', 'is', null)
    .where(places.length === 0 ? sql<boolean>`FALSE` : sql<boolean>`(${sql.join(places, sql` OR `)})`)
    .execute()
}

/** What the actor's sections score, read off the sheets that stand: the substitute's own (回避) included. */
export const subjectsOf = async (
  db: Reader,
  posts: readonly HeldPost[],
  ownUnitIds: readonly string[],
  planId?: string,
): Promise<Subjects> => {
  const sheets = (await sheetsOf(db, posts)).filter((sheet) => planId === undefined || sheet.plan_id === planId)
  const plans: Subjects['plans'] = []
  for (const [id, own] of Map.groupBy(sheets, (sheet) => sheet.plan_id)) {
    const plan = await issuedPlan(db, id)
    if (plan === null) continue
    const byLeaf = Map.groupBy(own, ({ leaf_key }) => leaf_key)
    const leaves = [...byLeaf].flatMap(([key, rows]) => {
      const name = lineage(plan.content, key)
        .toReversed()
        .map((node) => node.name)
        .join(' › ')
      const unitIds = [...new Set(rows.flatMap(({ unit_ids }) => unit_ids))].filter((one) => !ownUnitIds.includes(one))
      return name === '' || unitIds.length === 0 ? [] : [{ key, name, unitIds }]
    })
    if (leaves.length > 0) plans.push({ planId: id, title: plan.title, year: plan.year, leaves })
  }
  const unitIds = [...new Set(plans.flatMap(({ leaves }) => leaves.flatMap((leaf) => leaf.unitIds)))]
  const units =
    unitIds.length === 0
      ? []
      : await db.selectFrom('unit').select(['id', 'name']).where('id', 'in', unitIds).orderBy('sort_code').execute()
  return { plans: plans.sort((a, b) => b.year - a.year || a.title.localeCompare(b.title, 'zh')), units }
}
