import type { Evaluation } from '@quanheng/domain/evaluation/model'
import { organisers } from '@quanheng/domain/evaluation/transitions'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, watchedBy } from '../../platform/door/actor.ts'

/** Those of the body that runs it, with whoever answers for the body. */
const ofBody: readonly string[] = [...organisers, 'principal', 'leaderInCharge', 'clerk', 'unitHead']

const bodiesOf = (actor: Actor): string[] => [
  ...new Set([
    ...actor.posts.filter(({ kind }) => ofBody.includes(kind)).map(({ unitId }) => unitId),
    ...watchedBy(actor.posts),
  ]),
]

/** Condition on `evaluation`: who runs it or watches over it; who is on a roster, from the opening on. */
export const evaluationIsVisible = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(evaluation.unit_id = ANY(${bodiesOf(actor)}::uuid[])
    OR (evaluation.state <> 'draft' AND ${actor.personId} = ANY(evaluation.evaluator_ids::text[])))`

/** Turnout, counts and results are read by the body and by observers; never by those who only have a ballot. */
export const readsEvaluation = (actor: Actor, { unitId }: Pick<Evaluation, 'unitId'>): boolean =>
  bodiesOf(actor).includes(unitId)

/** Of the body itself, not watching from outside. */
export const runsEvaluation = (actor: Actor, { unitId }: Pick<Evaluation, 'unitId'>): boolean =>
  actor.posts.some((post) => post.unitId === unitId && ofBody.includes(post.kind))
