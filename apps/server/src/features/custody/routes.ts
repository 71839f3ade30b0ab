import * as contract from '@quanheng/contract/file-check'
import { ok } from '@quanheng/domain/kernel/result'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import type { FileCheckRow, FileFault } from '../../platform/database/tables.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import { type Binding, bindQuery } from '../../platform/http/bind.ts'
import type { Platform } from '../../platform/platform.ts'
import { bodiesOf } from './bodies.ts'

/** Files by their newest verdict. */
const scanCounts = async (db: Reader) => {
  const { rows } = await sql<{ clean: number; infected: number; unscanned: number }>`
    SELECT count(*) FILTER (WHERE state = 'clean') AS clean, count(*) FILTER (WHERE state = 'infected') AS infected,
      count(*) FILTER (WHERE state IS NULL OR state = 'unscanned') AS unscanned
    FROM (SELECT DISTINCT sha256 FROM upload) u
    LEFT JOIN LATERAL (SELECT state FROM file_scan s WHERE s.sha256 = u.sha256 ORDER BY at DESC LIMIT 1) newest ON true
  `.execute(db)
  return rows[0] ?? { clean: 0, infected: 0, unscanned: 0 }
}

/** Those that own plans and papers rest on; who audits reads all. */
const faultsSeen = async (
  db: Reader,
  actor: Actor,
  rows: readonly FileCheckRow[],
): Promise<(fault: FileFault) => boolean> => {
  if (postsFor(actor, 'act.audit').length > 0) return () => true
  const own = new Set(postsFor(actor, 'fileCheck.read').map(({ unitId }) => unitId))
  const bodies = await bodiesOf(db, [...new Set(rows.flatMap(({ faults }) => faults.map(({ digest }) => digest)))])
  return ({ digest }) => bodies.get(digest)?.some((unitId) => own.has(unitId)) ?? false
}

/** How the files that everything rests on are kept, for those who audit and those who keep them. */
export const custodyRoutes = ({ custodian }: Pick<Platform, 'custodian'>): readonly Binding[] => [
  bindQuery(contract.listFileChecks, async ({ db, actor, query: { page, size } }) => {
    const rows = await db
      .selectFrom('file_check')
      .selectAll()
      .orderBy('ended_at', 'desc')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    const { total } = await db
      .selectFrom('file_check')
      .select((count) => count.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const seen = await faultsSeen(db, actor, rows)
    return ok({
      rows: rows.map(({ began_at, ended_at, went_on_from, faults, ...row }) => ({
        ...row,
        beganAt: began_at.toISOString(),
        endedAt: ended_at.toISOString(),
        wentOnFrom: went_on_from,
        faults: faults.filter(seen).map(({ names, ...fault }) => ({ ...fault, names: [...names] })),
      })),
      total,
      scanner: custodian.scanner,
      scans: await scanCounts(db),
    })
  }),
]
