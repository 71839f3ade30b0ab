import { isAdministrator, type PostKind } from '@quanheng/domain/ability/posts'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'

/** The office runs the whole appraisal; it reads every plan, drafts included. */
const readsAll: readonly PostKind[] = ['officeDirector', 'officeStaff']

/** The steering group deliberates: every issued plan. */
const readsIssued: readonly PostKind[] = ['steeringHead', 'steeringDeputy', 'steeringMember']

/** Who works on the plan of the own unit reads its drafts too. */
const readsOwn: readonly PostKind[] = ['principal', 'leaderInCharge', 'sectionHead', 'handler', 'clerk']

export interface PlanScope {
  /** Reads everything, drafts included. */
  readonly all: boolean
  /** Reads every issued version. */
  readonly issued: boolean
  /** Units whose drafts this person reads. */
  readonly ownUnitIds: readonly string[]
  /** Units through which this person reads issued versions that name them, or are theirs. */
  readonly unitIds: readonly string[]
  /** Bodies whose issued plans this person supervises. */
  readonly watchedIds: readonly string[]
}

/** What a person may read of plans, from the posts held today. 三员 hold no business post and read none. */
export const plansVisibleTo = (actor: Actor): PlanScope => {
  const posts = actor.posts.filter((post) => !isAdministrator(post.kind))
  return {
    all: posts.some((post) => readsAll.includes(post.kind)),
    issued: posts.some((post) => readsIssued.includes(post.kind)),
    ownUnitIds: unitIdsOf(posts.filter((post) => readsOwn.includes(post.kind))),
    unitIds: unitIdsOf(posts.filter((post) => post.kind !== 'observer')),
    watchedIds: watchedBy(posts),
  }
}

/** Condition on `plan` for a read: at least the issued version of it is visible. */
export const planIsVisible = (scope: PlanScope): RawBuilder<boolean> => {
  if (scope.all) return sql<boolean>`true`
  const own = sql<boolean>`plan.owner_unit_id = ANY(${[...scope.ownUnitIds]}::uuid[])`
  if (scope.issued) return sql<boolean>`(${own} OR plan.issued_number IS NOT NULL)`
  const units = [...scope.unitIds]
  const watched = [...scope.watchedIds]
  return sql<boolean>`(${own} OR (plan.issued_number IS NOT NULL AND
    (plan.owner_unit_id = ANY(${units}::uuid[]) OR plan.named_unit_ids && ${units}::uuid[]
      OR plan.owner_unit_id = ANY(${watched}::uuid[]))))`
}

/** Whether the draft of a plan of this unit is visible, not its issued version only. */
export const seesDraftsOf = (scope: PlanScope, ownerUnitId: string): boolean =>
  scope.all || scope.ownUnitIds.includes(ownerUnitId)
