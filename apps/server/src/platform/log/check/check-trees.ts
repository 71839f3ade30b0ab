import { append, emptyFrontier, type Frontier, rootOf } from '@quanheng/log/append'
import { leafHash } from '@quanheng/log/hashing'
import type { LeafWatch } from '@quanheng/log/noticed'
import type { StoredNode } from '@quanheng/log/range'
import type { Reader } from '../../database/database.ts'
import type { CheckpointRow } from '../../database/tables.ts'
import { nodesAt, sha256Tree, sizeOf, sm3Tree, type Tree } from '../trees.ts'
import { actFault } from './check-acts.ts'
import type { Faults } from './faults.ts'

/** Leaves hashed at a time; others are answered between two batches. */
const batch = 1_000

interface Leaf {
  readonly bytes: Buffer | null
  readonly hash: Buffer
}

const leavesFrom = (db: Reader, begin: number, end: number) =>
  db
    .selectFrom('tree_entry')
    .leftJoin('leaf', 'leaf.act_id', 'tree_entry.act_id')
    .leftJoin('act', 'act.id', 'tree_entry.act_id')
    .select(['tree_entry.position', 'tree_entry.hash', 'leaf.bytes', 'act.id', 'act.at', 'act.business_date'])
    .select(['act.person_id', 'act.post_id', 'act.action', 'act.changes', 'act.events', 'act.salt', 'act.address'])
    .where('tree_entry.position', '>=', begin)
    .where('tree_entry.position', '<', end)
    .orderBy('tree_entry.position')
    .execute()

/**
 * One tree over a batch: every stored node against the one that its children give. Where a leaf was changed its stored hash is
 * gone on with, so that the fault is named where it is and not in every node above.
 */
const growChecked = async (
  db: Reader,
  tree: Tree,
  {
    frontier,
    leaves,
    changed,
    faults,
  }: { frontier: Frontier; leaves: readonly Leaf[]; changed: Set<number>; faults: Faults },
): Promise<Frontier> => {
  const begin = frontier.size
  const stored = await nodesAt(
    db,
    tree,
    leaves.map((_, at) => ({ level: 0, index: begin + at })),
  )
  const hashes = leaves.map(({ bytes }, at) => {
    const kept = stored({ level: 0, index: begin + at })
    const made = bytes === null ? undefined : leafHash(tree.hash, bytes)
    if (made === undefined || kept === undefined || !Buffer.from(kept).equals(made)) changed.add(begin + at)
    return kept ?? made ?? Buffer.alloc(32)
  })
  const grown = append(tree.hash, frontier, hashes)
  const inner = grown.nodes.filter(({ level }) => level > 0)
  const kept = await nodesAt(db, tree, inner)
  for (const node of inner) {
    if (!isSame(kept(node), node))
      faults.add('checkpoint.nodeChanged', { tree: tree.name, level: node.level, node: node.index })
  }
  return grown.frontier
}

const isSame = (kept: Uint8Array | undefined, { hash }: StoredNode): boolean =>
  kept !== undefined && Buffer.from(kept).equals(hash)

export interface TreeCheck {
  readonly faults: Faults
  /** Whether both notes of a stored checkpoint are our own word for its size and roots. */
  readonly isOurs: (checkpoint: CheckpointRow) => boolean
  /** Told of every leaf that is what it was. */
  readonly watch: LeafWatch
}

/** Every leaf, act and inner node against one another and against every signed head; resolves with the number of leaves. */
export const checkTrees = async (db: Reader, { faults, isOurs, watch }: TreeCheck): Promise<number> => {
  const size = await sizeOf(db, sha256Tree)
  const sm3Size = await sizeOf(db, sm3Tree)
  const checkpoints = new Map(
    (await db.selectFrom('checkpoint').selectAll().orderBy('size').execute()).map((row) => [row.size, row]),
  )
  const bounds = [...checkpoints.keys()]
  let first = emptyFrontier
  let second = emptyFrontier
  while (first.size < size) {
    const begin = first.size
    while ((bounds[0] ?? size) <= begin) bounds.shift()
    const end = Math.min(begin + batch, bounds[0] ?? size, size)
    const rows = await leavesFrom(db, begin, end)
    const gap = rows.findIndex(({ position }, at) => position !== begin + at)
    if (gap >= 0 || rows.length < end - begin) {
      faults.add('checkpoint.leafChanged', { leaf: begin + (gap >= 0 ? gap : rows.length) })
      return size
    }
    const changed = new Set<number>()
    for (const row of rows) {
      if (row.bytes !== null && !row.hash.equals(leafHash(sha256Tree.hash, row.bytes))) changed.add(row.position)
    }
    first = await growChecked(db, sha256Tree, { frontier: first, leaves: rows, changed, faults })
    if (end <= sm3Size) second = await growChecked(db, sm3Tree, { frontier: second, leaves: rows, changed, faults })
    for (const leaf of [...changed].sort((a, b) => a - b)) faults.add('checkpoint.leafChanged', { leaf })
    for (const row of rows) {
      if (changed.has(row.position) || row.bytes === null) continue
      if (actFault(row.bytes, row)) faults.add('checkpoint.actChanged', { leaf: row.position })
      if (row.at !== null && row.action !== null)
        watch.look(row.position, { time: row.at.toISOString(), action: row.action })
    }
    const checkpoint = checkpoints.get(end)
    if (checkpoint !== undefined) checkHead(checkpoint, first, second, { faults, isOurs })
  }
  for (const claimed of checkpoints.keys()) {
    if (claimed > size) faults.add('checkpoint.treeChanged', { size: claimed })
  }
  return size
}

const checkHead = (
  checkpoint: CheckpointRow,
  first: Frontier,
  second: Frontier,
  { faults, isOurs }: Pick<TreeCheck, 'faults' | 'isOurs'>,
): void => {
  const { size, root, sm3_root } = checkpoint
  if (!isOurs(checkpoint)) faults.add('checkpoint.forged', { size })
  const same = root.equals(rootOf(sha256Tree.hash, first)) && sm3_root.equals(rootOf(sm3Tree.hash, second))
  if (!same) faults.add('checkpoint.treeChanged', { size })
}
