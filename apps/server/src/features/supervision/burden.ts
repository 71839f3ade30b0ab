import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

export interface Burden {
  /** Days on which supervision was there. */
  readonly supervised: number
  /** Days on which verification of scores was there. */
  readonly verified: number
  /** Visits that orders have opened and nobody has written up yet. */
  readonly planned: number
}

const none: Burden = { supervised: 0, verified: 0, planned: 0 }

/** How often each unit was visited in a year, whoever sent the visitors: a day counts once a unit, however many sheets it served. */
export const burdenOf = async (
  db: Reader,
  unitIds: readonly string[],
  year: number,
): Promise<(unitId: string) => Burden> => {
  if (unitIds.length === 0) return () => none
  const ids = sql`ANY(${[...unitIds]}::uuid[])`
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const { rows } = await sql<Burden & { id: string }>`
    SELECT id, sum(supervised)::int AS supervised, sum(verified)::int AS verified, sum(planned)::int AS planned FROM (
      SELECT unit_id AS id, count(DISTINCT visited_on) AS supervised, 0 AS verified, 0 AS planned FROM supervision_visit
      WHERE unit_id = ${ids} AND visited_on BETWEEN ${first} AND ${last} AND state <> 'dropped' GROUP BY unit_id
      UNION ALL
      SELECT unit_id, 0, count(DISTINCT visited_on), 0 FROM visit_record
      WHERE unit_id = ${ids} AND visited_on BETWEEN ${first} AND ${last} GROUP BY unit_id
      UNION ALL
      SELECT unit_id, 0, 0, count(*) FROM supervision_visit WHERE unit_id = ${ids} AND state = 'planned' GROUP BY unit_id
    ) counted GROUP BY id`.execute(db)
  const found = new Map(rows.map(({ id, ...counted }) => [id, counted]))
  return (unitId) => found.get(unitId) ?? none
}
