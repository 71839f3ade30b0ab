import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf } from '../../../platform/door/actor.ts'
import { resultsVisibleTo } from '../scope.ts'

/** Units for which this person reads what they were told. */
export const toldUnits = (actor: Actor): readonly string[] => unitIdsOf(postsFor(actor, 'feedback.ask'))

/** Condition on `feedback_question` joined with `plan`: the unit that asked, the side that scores, and those who run or supervise the plan. */
export const questionIsVisible = (actor: Actor): RawBuilder<boolean> => {
  const scope = resultsVisibleTo(actor)
  if (scope.all) return sql<boolean>`true`
  const [own, scoring] = [[...toldUnits(actor)], unitIdsOf(postsFor(actor, 'feedback.answer'))]
  return sql<boolean>`(plan.owner_unit_id = ANY(${[...scope.unitIds]}::uuid[])
    OR feedback_question.unit_id = ANY(${own}::uuid[])
    OR EXISTS (SELECT 1 FROM sheet WHERE sheet.plan_id = feedback_question.plan_id AND sheet.leaf_key = feedback_question.leaf_key
      AND feedback_question.unit_id = ANY(sheet.unit_ids) AND sheet.scorer_unit_id = ANY(${scoring}::uuid[])))`
}
