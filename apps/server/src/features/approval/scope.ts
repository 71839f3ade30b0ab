import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'

export interface ApprovalScope {
  readonly unitIds: readonly string[]
}

/** Papers under approval are the business of the body whose papers they are, and of the observers who supervise it. */
export const approvalsVisibleTo = (actor: Actor): ApprovalScope => {
  const posts = postsFor(actor, 'approval.read')
  return { unitIds: [...unitIdsOf(posts), ...watchedBy(posts)] }
}

export const seesApprovalsOf = (scope: ApprovalScope, ownerUnitId: string): boolean =>
  scope.unitIds.includes(ownerUnitId)

export const approvalIsVisible = (scope: ApprovalScope, alias: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.owner_unit_id`)} = ANY(${[...scope.unitIds]}::uuid[])`

/** Issued papers: of the own body, and what lead units have sent to the body of the year plan. Condition on `issued_paper`. */
export const paperIsVisible = (scope: ApprovalScope): RawBuilder<boolean> => {
  const units = [...scope.unitIds]
  return sql<boolean>`(issued_paper.owner_unit_id = ANY(${units}::uuid[]) OR EXISTS (
    SELECT 1 FROM plan p JOIN plan parent ON parent.id = p.parent_plan_id
    WHERE p.id = issued_paper.plan_id AND parent.owner_unit_id = ANY(${units}::uuid[])))`
}
