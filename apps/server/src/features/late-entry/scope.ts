import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/door/actor.ts'
import { dataVisibleTo } from '../collection/index.ts'

/** Condition on `late_entry`: whoever sees one of the figures that it is about sees the request. */
export const lateEntryIsVisible = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`EXISTS (SELECT 1 FROM datum WHERE datum.plan_id = late_entry.plan_id AND datum.unit_id = late_entry.unit_id
    AND datum.asked_unit_id = late_entry.asked_unit_id AND late_entry.leaf_key = ANY(datum.leaf_keys) AND ${dataVisibleTo(actor)})`
