import { citationsOf } from '@quanheng/domain/plan/citations'
import { sql } from 'kysely'
import { namesOneOf, type UsesOf } from '../library/index.ts'
import { planIsVisible, plansVisibleTo, seesDraftsOf } from './scope.ts'

/** Plans that cite a document: the draft for who reads drafts, else the version in force. */
export const plansCiting: UsesOf = async (db, actor, cited) => {
  const scope = plansVisibleTo(actor)
  const rows = await db
    .selectFrom('plan')
    .leftJoin('plan_version', (join) =>
      join.onRef('plan_version.plan_id', '=', 'plan.id').onRef('plan_version.number', '=', 'plan.issued_number'),
    )
    .select(['plan.id', 'plan.owner_unit_id', 'plan.title', 'plan.content', 'plan_version.content as issued'])
    .where(planIsVisible(scope))
    .where('plan.state', '!=', 'discarded')
    .where(namesOneOf(sql`concat(plan.content::text, plan_version.content::text)`, cited))
    .orderBy('plan.year', 'desc')
    .orderBy('plan.id')
    .execute()
  return rows.flatMap(({ id, owner_unit_id, title, content, issued }) => {
    const shown = seesDraftsOf(scope, owner_unit_id) ? content : issued
    if (shown === null) return []
    const articles = citationsOf(shown)
      .filter(({ document }) => cited.names.includes(document))
      .map(({ article }) => article)
    return [...new Set(articles)].map((article) => ({
      noun: 'plan' as const,
      title: shown === content ? title : shown.title,
      link: `/plans/${id}`,
      article,
    }))
  })
}
