import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { hex } from '@quanheng/domain/kernel/digest'
import type { OpenedEntry, Receipt } from '@quanheng/log/receipt'
import { sealMark } from '@quanheng/log/seal-mark'
import type { SealedEntry } from '@quanheng/log/sealed'
import type { Reader } from '../../platform/database/database.ts'
import type { CheckpointRow } from '../../platform/database/tables.ts'
import { type PlacedLeaf, sealedEntries, verifierKeys } from '../../platform/log/entries.ts'
import type { ActWords } from '../act/index.ts'
import { noticedRows } from './noticed.ts'

/** Entries proved at a time, some thirty milliseconds: others are answered between two batches. */
const batch = 200

/** Leaves of acts under posts of the body, as far as the checkpoint covers them, in their order. */
const ownLeaves = (db: Reader, unitId: string, size: number): Promise<PlacedLeaf[]> =>
  db
    .selectFrom('act')
    .innerJoin('post', 'post.id', 'act.post_id')
    .innerJoin('tree_entry', 'tree_entry.act_id', 'act.id')
    .innerJoin('leaf', 'leaf.act_id', 'act.id')
    .select(['tree_entry.position', 'leaf.bytes'])
    .where('post.unit_id', '=', unitId)
    .where('tree_entry.position', '<', size)
    .orderBy('tree_entry.position')
    .execute()

/** What the log tells of itself, opened: everybody hears of it, whoever they are. */
const noticedEntries = async (db: Reader, size: number): Promise<OpenedEntry[]> => {
  const told = await noticedRows(db, size)
  const entries: OpenedEntry[] = []
  for (let at = 0; at < told.length; at += batch) {
    const part = told.slice(at, at + batch)
    const proved = await sealedEntries(db, part, size)
    for (const [index, { salt, events }] of part.entries())
      entries.push({ ...(proved[index] as SealedEntry), salt: hex(salt), events: canonicalJson(events) })
  }
  return entries
}

const actionOf = (leaf: string): string => (JSON.parse(leaf) as { action: string }).action

export interface ReceiptRequest {
  readonly checkpoint: CheckpointRow
  readonly unitId: string
  readonly body: string
  readonly on: string
  readonly words: ActWords
}

/** The body's receipt under this checkpoint; null while it has done nothing that the checkpoint covers. */
export const makeReceipt = async (db: Reader, request: ReceiptRequest): Promise<Receipt | null> => {
  const { checkpoint, unitId, body, on, words } = request
  const leaves = await ownLeaves(db, unitId, checkpoint.size)
  if (leaves.length === 0) return null
  const entries: SealedEntry[] = []
  for (let at = 0; at < leaves.length; at += batch) {
    entries.push(...(await sealedEntries(db, leaves.slice(at, at + batch), checkpoint.size)))
  }
  const actions = [...new Set(entries.map(({ leaf }) => actionOf(leaf)))].sort()
  return {
    v: 1,
    kind: 'quanheng.receipt',
    body,
    on,
    keys: await verifierKeys(db),
    checkpoint: checkpoint.note,
    sm3Checkpoint: checkpoint.sm3_note,
    labels: Object.fromEntries(actions.map((action) => [action, words(action).label])),
    entries,
    noticed: await noticedEntries(db, checkpoint.size),
  }
}

export const headOf = ({ size, made_at, root, sm3_root }: CheckpointRow) => ({
  size,
  madeAt: made_at.toISOString(),
  root: hex(root),
  sm3Root: hex(sm3_root),
  mark: sealMark({ size, root }),
})
