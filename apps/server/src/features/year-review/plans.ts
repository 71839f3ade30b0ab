import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, type HeldPost, unitIdsOf } from '../../platform/door/actor.ts'
import { visibleDraft } from '../plan/index.ts'

interface PlanToReview {
  readonly planId: string
  readonly year: number
  readonly title: string
  readonly unitId: string
  readonly namedUnitIds: readonly string[]
  readonly isUnderWay: boolean
}

/** Issued year plans of the units in which these posts are held, the latest first. */
export const plansToReview = async (db: Reader, posts: readonly HeldPost[]): Promise<readonly PlanToReview[]> => {
  const units = unitIdsOf(posts)
  if (units.length === 0) return []
  const rows = await db
    .selectFrom('plan')
    .select(['id', 'year', 'title', 'owner_unit_id', 'named_unit_ids'])
    .select(
      sql<boolean>`EXISTS (SELECT 1 FROM year_review WHERE year_review.plan_id = plan.id AND year_review.state <> 'cancelled')`.as(
        'under_way',
      ),
    )
    .where('kind', '=', 'appraisalPlan')
    .where('issued_number', 'is not', null)
    .where('owner_unit_id', 'in', [...units])
    .orderBy('year', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, year, title, owner_unit_id, named_unit_ids, under_way }) => ({
    planId: id,
    year,
    title,
    unitId: owner_unit_id,
    namedUnitIds: named_unit_ids,
    isUnderWay: under_way,
  }))
}

interface LaterDraft {
  readonly planId: string
  readonly year: number
  readonly title: string
  readonly version: number
}

/** Year plans of the same office for later years, as far as this person sees their drafts. */
export const laterDrafts = async (
  db: Reader,
  actor: Actor,
  { unitId, year }: { readonly unitId: string; readonly year: number },
): Promise<readonly LaterDraft[]> => {
  const rows = await db
    .selectFrom('plan')
    .select('id')
    .where('kind', '=', 'appraisalPlan')
    .where('owner_unit_id', '=', unitId)
    .where('year', '>', year)
    .orderBy('year')
    .orderBy('id')
    .execute()
  const found: LaterDraft[] = []
  for (const { id } of rows) {
    const draft = await visibleDraft(db, actor, id)
    if (draft) found.push({ planId: id, year: draft.year, title: draft.title, version: draft.version })
  }
  return found
}
