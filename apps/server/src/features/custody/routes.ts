import * as contract from '@quanheng/contract/file-check'
import { ok } from '@quanheng/domain/kernel/result'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type Binding, bindQuery } from '../../platform/http/bind.ts'
import type { Platform } from '../../platform/platform.ts'

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

/** How the files that everything rests on are kept, for those who audit. */
export const custodyRoutes = ({ custodian }: Pick<Platform, 'custodian'>): readonly Binding[] => [
  bindQuery(contract.listFileChecks, async ({ db, query: { page, size } }) => {
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
    return ok({
      rows: rows.map(({ began_at, ended_at, faults, ...row }) => ({
        ...row,
        beganAt: began_at.toISOString(),
        endedAt: ended_at.toISOString(),
        faults: faults.map(({ names, ...fault }) => ({ ...fault, names: [...names] })),
      })),
      total,
      scanner: custodian.scanner,
      scans: await scanCounts(db),
    })
  }),
]
