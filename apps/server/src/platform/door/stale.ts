import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import { minuteOf } from './context.ts'

/**
 * Holds the caller's version against the stored one; a stale one is answered with who changed it, when, and by which act. An act
 * that names it and left it as it was (somebody opened it) changed nothing.
 */
export const sameVersion = async (
  tx: Tx,
  stored: { readonly id: string; readonly version: number },
  seen: number,
): Promise<Result<null, Refusal>> => {
  if (stored.version === seen) return ok(null)
  const last = await sql<{ at: Date; action: string; name: string | null }>`
    SELECT act.at, act.action, person.name FROM act LEFT JOIN person ON person.id = act.person_id
    WHERE act.subjects @> ARRAY[${stored.id}]::uuid[] AND EXISTS (
      SELECT 1 FROM jsonb_array_elements(act.changes) change
      WHERE change->>'id' = ${stored.id} AND change->>'before' IS DISTINCT FROM change->>'after')
    ORDER BY act.seq DESC LIMIT 1`.execute(tx)
  const act = last.rows[0]
  return refuse('platform.stale', {
    params: {
      who: act?.name ?? '',
      when: act === undefined ? '' : minuteOf(act.at),
      action: act?.action ?? '',
      seen: String(seen),
      stored: String(stored.version),
    },
  })
}
