import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import type { Reader } from '../../database/database.ts'
import type { StoredChange, StoredEvent } from '../../database/tables.ts'
import { actorCommitment, changeDigest } from '../../door/act.ts'
import type { Faults } from './faults.ts'
import { saidBy } from './said.ts'

/** An act as it stands beside its leaf; all null where there is none. */
export interface StandingAct {
  readonly id: string | null
  readonly at: Date | null
  readonly business_date: string | null
  readonly person_id: string | null
  readonly post_id: string | null
  readonly action: string | null
  readonly changes: readonly StoredChange[] | null
  readonly events: readonly StoredEvent[] | null
  readonly salt: Buffer | null
  readonly address: string | null
}

/** Whether the act no longer says what its leaf says. Acts older than the commitment to who acted are not held to one. */
export const actFault = (leaf: Uint8Array, act: StandingAct): boolean => {
  const said = saidBy(leaf)
  const { at, changes, events, salt } = act
  if (said === undefined || at === null || changes === null || events === null || salt === null) return true
  const head = { act: act.id, action: act.action, time: at.toISOString(), post: act.post_id ?? '' }
  const plain = changes.map(({ salt: _, ...change }) => change)
  if (canonicalJson({ ...head, changes: plain }) !== canonicalJson({ ...said.head, changes: said.changes })) return true
  const { events: eventsSaid, by } = said.commitments
  if (eventsSaid !== changeDigest(salt, events)) return true
  return by !== undefined && by !== actorCommitment(salt, act.person_id, act.business_date, act.address)
}

/** Acts that no leaf speaks of: the door did not make them. */
export const checkUnlogged = async (db: Reader, faults: Faults): Promise<void> => {
  const rows = await db
    .selectFrom('act')
    .leftJoin('tree_entry', 'tree_entry.act_id', 'act.id')
    .leftJoin('leaf_queue', 'leaf_queue.act_id', 'act.id')
    .select('act.id')
    .where('tree_entry.act_id', 'is', null)
    .where('leaf_queue.act_id', 'is', null)
    .orderBy('act.seq')
    .limit(10)
    .execute()
  for (const { id } of rows) faults.add('checkpoint.actUnlogged', { act: id })
}
