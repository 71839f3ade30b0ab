import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { hex } from '@quanheng/domain/kernel/digest'
import type { Change } from '@quanheng/log/leaf'
import { isNoticedAct } from '@quanheng/log/noticed'
import type { ActLine, CheckpointLine } from '@quanheng/papers/archive/model'
import type { Reader } from '../../platform/database/database.ts'
import type { CheckpointRow } from '../../platform/database/tables.ts'

const batch = 2_000

interface LeafWithAct {
  readonly position: number
  readonly leaf: string
  readonly action: string
  readonly changes: readonly Change[]
  readonly bound: boolean
  readonly act: () => Omit<ActLine, 'leaf'>
}

/** Leaves up to the checkpoint with their acts, in order. */
async function* leavesOf(db: Reader, size: number): AsyncGenerator<LeafWithAct> {
  for (let begin = 0; begin < size; begin += batch) {
    const rows = await db
      .selectFrom('tree_entry')
      .innerJoin('leaf', 'leaf.act_id', 'tree_entry.act_id')
      .innerJoin('act', 'act.id', 'tree_entry.act_id')
      .select(['tree_entry.position', 'leaf.bytes', 'act.person_id', 'act.business_date', 'act.address'])
      .select(['act.salt', 'act.events'])
      .where('tree_entry.position', '>=', begin)
      .where('tree_entry.position', '<', Math.min(begin + batch, size))
      .orderBy('tree_entry.position')
      .execute()
    for (const row of rows) {
      const leaf = row.bytes.toString('utf8')
      const said = JSON.parse(leaf) as {
        action: string
        changes: readonly Change[]
        commitments: { by?: string }
      }
      const bound = said.commitments.by !== undefined
      yield {
        position: row.position,
        leaf,
        action: said.action,
        changes: said.changes,
        bound,
        act: () => ({
          salt: hex(row.salt),
          by: bound ? canonicalJson({ personId: row.person_id, day: row.business_date, address: row.address }) : null,
          events: canonicalJson(row.events),
        }),
      }
    }
  }
}

export interface CollectedLog {
  readonly leaves: readonly string[]
  /** Of acts that touch a thing of the year, and of what the log tells of itself. */
  readonly acts: readonly ActLine[]
  readonly newest: ReadonlyMap<string, string>
  /** Every thing that a leaf speaks of, in the order in which they first occur. */
  readonly things: readonly { readonly noun: string; readonly id: string }[]
}

/** The whole log up to the checkpoint, and of its acts those that `isOfYear` says or that nobody may overlook. */
export const logOf = async (
  db: Reader,
  { size }: CheckpointRow,
  isOfYear: (noun: string, id: string) => boolean,
): Promise<CollectedLog> => {
  const leaves: string[] = []
  const acts: ActLine[] = []
  const newest = new Map<string, string>()
  const things: { noun: string; id: string }[] = []
  for await (const { position, leaf, action, changes, act } of leavesOf(db, size)) {
    leaves.push(leaf)
    for (const { noun, id, after } of changes) {
      const key = `${noun}\n${id}`
      if (!newest.has(key)) things.push({ noun, id })
      newest.set(key, after)
    }
    if (isNoticedAct(action) || changes.some(({ noun, id }) => isOfYear(noun, id)))
      acts.push({ leaf: position, ...act() })
  }
  return { leaves, acts, newest, things }
}

/** Heads that milestones asked for, below the newest. */
export const milestonesOf = async (db: Reader, { size }: CheckpointRow): Promise<readonly CheckpointLine[]> => {
  const rows = await db
    .selectFrom('checkpoint')
    .select(['size', 'note', 'sm3_note'])
    .where('cause', 'is not', null)
    .where('size', '<', size)
    .orderBy('size')
    .execute()
  return rows.map((row) => ({ size: row.size, note: row.note, sm3Note: row.sm3_note }))
}
