import { type RawBuilder, sql } from 'kysely'

/** Data that a leaf's rule reads: a condition on `datum`. */
export const usesLeaf = (leafKey: string): RawBuilder<boolean> =>
  sql<boolean>`datum.leaf_keys @> ARRAY[${leafKey}]::text[]`
