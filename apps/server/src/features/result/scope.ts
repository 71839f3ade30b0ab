import type { PostKind } from '@quanheng/domain/ability/posts'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, type HeldPost, postsFor, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'
import type { IssuedPlan } from '../plan/index.ts'

/** The office runs the whole appraisal; who may see totals is `seesTotals`. */
const readsAll: readonly PostKind[] = ['officeDirector', 'officeStaff']

/** Whose results a person may read: of the plans of own units and of bodies that one supervises, or of every plan. */
export interface ResultScope {
  readonly all: boolean
  readonly unitIds: readonly string[]
}

/** Appraised units read their own scores elsewhere; here is the side that scores, and the office. */
export const resultsVisibleTo = (actor: Actor): ResultScope => {
  const posts = postsFor(actor, 'result.read')
  return {
    all: posts.some((post) => readsAll.includes(post.kind)),
    unitIds: [...unitIdsOf(posts), ...watchedBy(posts)],
  }
}

/** Whether results of this unit's plans are visible. */
export const seesResultsOf = (scope: ResultScope, ownerUnitId: string): boolean =>
  scope.all || scope.unitIds.includes(ownerUnitId)

/** Condition on a table with `owner_unit_id`, named by its alias. */
export const resultIsVisible = (scope: ResultScope, alias: string): RawBuilder<boolean> =>
  scope.all
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(`${alias}.owner_unit_id`)} = ANY(${[...scope.unitIds]}::uuid[])`

/** Posts through which the owner's side acts on a plan's results: 归口汇总科室 where the plan names one, and posts of the whole unit. */
export const carryingPosts = (
  posts: readonly HeldPost[],
  { ownerUnitId, content }: Pick<IssuedPlan, 'ownerUnitId' | 'content'>,
): readonly HeldPost[] => {
  const { coordinating } = content
  const sectional: readonly PostKind[] = ['handler', 'sectionHead']
  return posts.filter(
    (post) =>
      post.unitId === ownerUnitId &&
      (!sectional.includes(post.kind) ||
        coordinating === undefined ||
        coordinating.unitId !== ownerUnitId ||
        post.sectionId === null ||
        post.sectionId === coordinating.sectionId),
  )
}
