import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { json } from '../../../platform/database/database.ts'
import type { TestServer } from '../../../platform/testing/test-server.ts'
import type { ApprovalRow } from '../tables.ts'

/** More papers that wait for a number like this one does, each over a locked version of its own. @returns their ids */
export const copyOf = async (server: TestServer, row: ApprovalRow, count: number): Promise<readonly string[]> => {
  const ids: string[] = []
  for (let made = 0; made < count; made++) {
    const [id, resultId] = [randomUUID(), randomUUID()]
    await sql`INSERT INTO result (id, plan_id, owner_unit_id, purpose, run_digest, frozen_by, frozen_at, state, issue, voiding, version)
      SELECT ${resultId}::uuid, plan_id, owner_unit_id, purpose, run_digest, frozen_by, frozen_at, 'issued', '{}', 'null', 1
      FROM result WHERE id = ${row.result_id}`.execute(server.db)
    await server.db
      .insertInto('approval')
      .values({
        ...row,
        id,
        result_id: resultId,
        subject: json({ ...row.subject, id: resultId }),
        chain: json(row.chain),
        countersigners: json(row.countersigners),
        started_by: json(row.started_by),
      })
      .execute()
    ids.push(id)
  }
  return ids
}
