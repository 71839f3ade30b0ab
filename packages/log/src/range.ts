import type { Hash } from '@quanheng/domain/kernel/digest'
import { nodeHash } from './hashing.ts'

/**
 * A full subtree: level 0 is a leaf hash, and node (level, index) stands over the leaves
 * from index·2^level up to (index + 1)·2^level. Once full it never changes, so a store only ever inserts.
 */
export interface NodeAddress {
  readonly level: number
  readonly index: number
}

export interface StoredNode extends NodeAddress {
  readonly hash: Uint8Array
}

/** Looks one full subtree up in the store, or in rows that were fetched for the addresses asked. */
export type ReadNode = (address: NodeAddress) => Uint8Array | undefined

/** Leaves from `begin` up to, not including, `end`. */
export interface Range {
  readonly begin: number
  readonly end: number
}

/** The power of two at which RFC 6962 §2.1 splits a tree of `size` > 1 leaves: the largest below `size`. */
export const splitOf = (size: number): number => {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

/** The full subtrees that make up a range of the tree, left to right; `begin` is a multiple of each one's width. */
export const fullSubtrees = ({ begin, end }: Range): NodeAddress[] => {
  const found: NodeAddress[] = []
  let at = begin
  while (at < end) {
    let level = 0
    while (at + 2 ** (level + 1) <= end) level++
    found.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return found
}

/** Root over full subtrees that stand side by side, the widest first. @throws RangeError without any */
export const fold = (hash: Hash, peaks: readonly Uint8Array[]): Uint8Array => {
  if (peaks.length === 0) throw new RangeError('fold: no subtree')
  return peaks.reduceRight((right, left) => nodeHash(hash, left, right))
}

/** @throws Error when the store lacks a node that the tree must have: the store is damaged */
export const readAll = (addresses: readonly NodeAddress[], read: ReadNode): Uint8Array[] =>
  addresses.map((address) => {
    const found = read(address)
    if (!found) throw new Error(`log node ${address.level}/${address.index} is not in the store`)
    return found
  })

/** Root of a range that is itself a subtree of the tree it was split from. */
export const rangeRoot = (hash: Hash, range: Range, read: ReadNode): Uint8Array =>
  fold(hash, readAll(fullSubtrees(range), read))
