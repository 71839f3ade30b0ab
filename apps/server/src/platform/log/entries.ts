import { inclusionAddresses, inclusionProof } from '@quanheng/log/proof'
import { receiptProof } from '@quanheng/log/receipt'
import type { SealedEntry } from '@quanheng/log/sealed'
import type { Reader } from '../database/database.ts'
import { nodesAt, sha256Tree, sm3Tree, type Tree } from './trees.ts'

export interface PlacedLeaf {
  readonly position: number
  readonly bytes: Buffer
}

const proofsOf = async (db: Reader, tree: Tree, leaves: readonly PlacedLeaf[], size: number): Promise<string[][]> => {
  const addresses = leaves.flatMap(({ position }) => inclusionAddresses(position, size))
  const read = await nodesAt(db, tree, addresses)
  return leaves.map(({ position }) => receiptProof(inclusionProof(tree.hash, position, size, read)))
}

/** Leaves with their ways to both roots of the first `size` leaves. @throws Error where the store lacks a node */
export const sealedEntries = async (
  db: Reader,
  leaves: readonly PlacedLeaf[],
  size: number,
): Promise<SealedEntry[]> => {
  const proofs = await proofsOf(db, sha256Tree, leaves, size)
  const sm3Proofs = await proofsOf(db, sm3Tree, leaves, size)
  return leaves.map(({ position, bytes }, at) => ({
    index: position,
    leaf: bytes.toString('utf8'),
    proof: proofs[at] as string[],
    sm3Proof: sm3Proofs[at] as string[],
  }))
}

/** Verifier keys of this installation, by name. */
export const verifierKeys = async (db: Reader): Promise<string[]> => {
  const keys = await db.selectFrom('log_key').select('verifier').orderBy('verifier').execute()
  return keys.map(({ verifier }) => verifier)
}
