import type { PostKind } from '@quanheng/domain/ability/posts'
import { conveners } from '@quanheng/domain/meeting/transitions'
import { objectionDrafters, objectionRescorers } from '@quanheng/domain/objection/transitions'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'
import { type KeptObjection, objectionKeeper } from './store.ts'

const ofOffice: readonly PostKind[] = [...conveners, 'steeringHead']
const ofUnit: readonly PostKind[] = objectionDrafters
const ofScorer: readonly PostKind[] = objectionRescorers

export interface ObjectionScope {
  readonly units: readonly string[]
  readonly offices: readonly string[]
  readonly scorers: readonly string[]
  readonly watched: readonly string[]
}

/** A unit's own from the draft on; the office and who supervises from the sending on; who scored from the registration on. */
export const objectionsVisibleTo = (actor: Actor): ObjectionScope => {
  const posts = postsFor(actor, 'objection.read')
  const of = (kinds: readonly PostKind[]) => unitIdsOf(posts.filter(({ kind }) => kinds.includes(kind)))
  return { units: of(ofUnit), offices: of(ofOffice), scorers: of(ofScorer), watched: watchedBy(posts) }
}

/** Condition on `objection`. */
export const objectionIsVisible = ({ units, offices, scorers, watched }: ObjectionScope): RawBuilder<boolean> => {
  const any = (column: string, ids: readonly string[]) => sql`${sql.ref(column)} = ANY(${[...ids]}::uuid[])`
  return sql<boolean>`(
    ${any('objection.unit_id', units)}
    OR (objection.state <> 'draft' AND objection.number IS NULL AND (${any('objection.office_unit_id', offices)}
      OR ${any('objection.office_unit_id', watched)}))
    OR (objection.number IS NOT NULL AND (${any('objection.office_unit_id', [...offices, ...watched])}
      OR ${any('objection.scorer_unit_id', [...scorers, ...watched])})))`
}

export const visibleObjection = (db: Reader, actor: Actor, id: string): Promise<KeptObjection | undefined> =>
  objectionKeeper.find(db, id, objectionIsVisible(objectionsVisibleTo(actor)))

/** Whether this person reads it as the office or as who supervises. */
export const isOfOffice = (actor: Actor, { row }: KeptObjection): boolean => {
  const { offices, watched } = objectionsVisibleTo(actor)
  return [...offices, ...watched].includes(row.office_unit_id)
}

/** The office, who supervises, and the scoring unit; the unit that objects is outside until it is decided. */
export const seesWork = (actor: Actor, one: KeptObjection): boolean =>
  isOfOffice(actor, one) ||
  postsFor(actor, 'objection.answer').some(({ unitId }) => unitId === one.row.scorer_unit_id) ||
  postsFor(actor, 'objection.rescore').some(({ unitId }) => unitId === one.row.scorer_unit_id)
