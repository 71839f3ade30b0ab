import { hex } from '@quanheng/domain/kernel/digest'
import { inclusionAddresses, inclusionProof } from '@quanheng/log/proof'
import { type Receipt, type ReceiptEntry, receiptProof } from '@quanheng/log/receipt'
import { sealMark } from '@quanheng/log/seal-mark'
import type { Reader } from '../../platform/database/database.ts'
import type { CheckpointRow } from '../../platform/database/tables.ts'
import { nodesAt, sha256Tree, sm3Tree, type Tree } from '../../platform/log/trees.ts'
import type { ActWords } from '../act/index.ts'

/** Entries proved at a time, some thirty milliseconds: others are answered between two batches. */
const batch = 200

interface OwnLeaf {
  readonly position: number
  readonly bytes: Buffer
}

/** Leaves of acts under posts of the body, as far as the checkpoint covers them, in their order. */
const ownLeaves = (db: Reader, unitId: string, size: number): Promise<OwnLeaf[]> =>
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

const proofsOf = async (db: Reader, tree: Tree, leaves: readonly OwnLeaf[], size: number): Promise<string[][]> => {
  const addresses = leaves.flatMap(({ position }) => inclusionAddresses(position, size))
  const read = await nodesAt(db, tree, addresses)
  return leaves.map(({ position }) => receiptProof(inclusionProof(tree.hash, position, size, read)))
}

const entriesOf = async (db: Reader, leaves: readonly OwnLeaf[], size: number): Promise<ReceiptEntry[]> => {
  const proofs = await proofsOf(db, sha256Tree, leaves, size)
  const sm3Proofs = await proofsOf(db, sm3Tree, leaves, size)
  return leaves.map(({ position, bytes }, at) => ({
    index: position,
    leaf: bytes.toString('utf8'),
    proof: proofs[at] as string[],
    sm3Proof: sm3Proofs[at] as string[],
  }))
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
  const keys = await db.selectFrom('log_key').select('verifier').orderBy('verifier').execute()
  const entries: ReceiptEntry[] = []
  for (let at = 0; at < leaves.length; at += batch) {
    entries.push(...(await entriesOf(db, leaves.slice(at, at + batch), checkpoint.size)))
  }
  const actions = [...new Set(entries.map(({ leaf }) => actionOf(leaf)))].sort()
  return {
    v: 1,
    kind: 'quanheng.receipt',
    body,
    on,
    keys: keys.map(({ verifier }) => verifier),
    checkpoint: checkpoint.note,
    sm3Checkpoint: checkpoint.sm3_note,
    labels: Object.fromEntries(actions.map((action) => [action, words(action).label])),
    entries,
  }
}

export const headOf = ({ size, made_at, root, sm3_root }: CheckpointRow) => ({
  size,
  madeAt: made_at.toISOString(),
  root: hex(root),
  sm3Root: hex(sm3_root),
  mark: sealMark({ size, root }),
})
