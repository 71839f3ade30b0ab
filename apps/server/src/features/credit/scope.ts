import type { PostKind } from '@quanheng/domain/ability/posts'
import { claimants, competent } from '@quanheng/domain/credit/transitions'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, postsFor, unitIdsOf } from '../../platform/door/actor.ts'

/** The office runs the whole; those who decide and those who supervise read all of it. */
const readsAll: readonly PostKind[] = [
  'officeDirector',
  'officeStaff',
  'observer',
  'steeringHead',
  'steeringDeputy',
  'steeringMember',
]

const ofCompetent: readonly PostKind[] = [...competent, 'leaderInCharge', 'principal']
const ofUnit: readonly PostKind[] = [...claimants, 'unitAdmin', 'leaderInCharge']

export interface CreditScope {
  readonly all: boolean
  /** Units whose own entries the actor reads, once the unit is told of them. */
  readonly own: readonly string[]
  /** Bodies whose reviews and proposals the actor reads. */
  readonly competent: readonly string[]
}

export const creditsVisibleTo = (actor: Actor): CreditScope => {
  const posts = postsFor(actor, 'credit.read')
  return {
    all: posts.some(({ kind }) => readsAll.includes(kind)),
    own: unitIdsOf(posts.filter(({ kind }) => ofUnit.includes(kind))),
    competent: unitIdsOf(posts.filter(({ kind }) => ofCompetent.includes(kind))),
  }
}

/**
 * Condition on `credit`. A unit learns of a proposed deduction when the office tells it (陈述期); what is or was shown publicly every
 * appraised unit of the plan reads.
 */
export const creditIsVisible = (scope: CreditScope): RawBuilder<boolean> => {
  if (scope.all) return sql<boolean>`true`
  const [own, bodies] = [[...scope.own], [...scope.competent]]
  return sql<boolean>`(
    credit.proposer_unit_id = ANY(${[...own, ...bodies]}::uuid[])
    OR credit.review_unit_id = ANY(${bodies}::uuid[])
    OR (credit.unit_id = ANY(${own}::uuid[]) AND (credit.kind = 'bonus' OR credit.standing ? 'stating'))
    OR (credit.standing ? 'shown' AND credit.plan_id IN (
      SELECT p.id FROM plan p JOIN plan_version v ON v.plan_id = p.id AND v.number = p.issued_number
      WHERE jsonb_path_exists(v.content, '$.tasks[*] ? (@.unitId == $own[*])', jsonb_build_object('own', to_jsonb(${own}::text[]))))))`
}
