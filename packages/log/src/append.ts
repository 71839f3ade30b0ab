import type { Hash } from '@quanheng/domain/kernel/digest'
import { emptyRoot, nodeHash } from './hashing.ts'
import { fold, fullSubtrees, type NodeAddress, type ReadNode, readAll, type StoredNode } from './range.ts'

/** All that appending needs of a tree: its size and the roots of its full subtrees, widest first; O(log size). */
export interface Frontier {
  readonly size: number
  readonly peaks: readonly Uint8Array[]
}

export const emptyFrontier: Frontier = { size: 0, peaks: [] }

/** Which nodes to fetch for `frontierAt`; at most 53. */
export const frontierAddresses = (size: number): NodeAddress[] => fullSubtrees({ begin: 0, end: size })

/** The frontier as it stood at `size` leaves. @throws Error when the store lacks a node */
export const frontierAt = (size: number, read: ReadNode): Frontier => ({
  size,
  peaks: readAll(frontierAddresses(size), read),
})

/** Merkle tree head, RFC 6962 §2.1. */
export const rootOf = (hash: Hash, frontier: Frontier): Uint8Array =>
  frontier.size === 0 ? emptyRoot(hash) : fold(hash, frontier.peaks)

/**
 * Adds leaf hashes in order. `nodes` are the subtrees that became full, the leaves among them:
 * the rows to insert, fewer than two for each leaf.
 */
export const append = (
  hash: Hash,
  frontier: Frontier,
  leafHashes: readonly Uint8Array[],
): { readonly frontier: Frontier; readonly nodes: readonly StoredNode[] } => {
  const peaks = [...frontier.peaks]
  const nodes: StoredNode[] = []
  let size = frontier.size
  for (const leaf of leafHashes) {
    let node: StoredNode = { level: 0, index: size, hash: leaf }
    nodes.push(node)
    while (node.index % 2 === 1) {
      const left = peaks.pop()
      if (!left) throw new RangeError(`append: the frontier lacks a peak for size ${size}`)
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: nodeHash(hash, left, node.hash) }
      nodes.push(node)
    }
    peaks.push(node.hash)
    size++
  }
  return { frontier: { size, peaks }, nodes }
}
