import type { Hash } from '@quanheng/domain/kernel/digest'
import { fullSubtrees, type NodeAddress, type Range, type ReadNode, rangeRoot, splitOf } from './range.ts'

/** PATH of RFC 6962 §2.1.1: the sibling of every node on the way from the leaf to the root, lowest first. */
const inclusionRanges = (index: number, { begin, end }: Range): Range[] => {
  if (end - begin === 1) return []
  const middle = begin + splitOf(end - begin)
  const left = { begin, end: middle }
  const right = { begin: middle, end }
  return index < middle ? [...inclusionRanges(index, left), right] : [...inclusionRanges(index, right), left]
}

/** SUBPROOF of RFC 6962 §2.1.2; `known` while the subtree's root is the old root that the verifier holds. */
const consistencyRanges = (oldSize: number, { begin, end }: Range, known: boolean): Range[] => {
  if (oldSize === end) return known ? [] : [{ begin, end }]
  const middle = begin + splitOf(end - begin)
  const left = { begin, end: middle }
  const right = { begin: middle, end }
  return oldSize <= middle
    ? [...consistencyRanges(oldSize, left, known), right]
    : [...consistencyRanges(oldSize, right, false), left]
}

const inclusion = (index: number, size: number): Range[] => {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && 0 <= index && index < size)) {
    throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  }
  return inclusionRanges(index, { begin: 0, end: size })
}

const consistency = (oldSize: number, size: number): Range[] => {
  if (!(Number.isSafeInteger(oldSize) && Number.isSafeInteger(size) && 0 < oldSize && oldSize <= size)) {
    throw new RangeError(`no consistency proof from ${oldSize} to ${size}`)
  }
  return consistencyRanges(oldSize, { begin: 0, end: size }, true)
}

/** Which nodes to fetch for `inclusionProof`, so that a database answers in one query. */
export const inclusionAddresses = (index: number, size: number): NodeAddress[] =>
  inclusion(index, size).flatMap(fullSubtrees)

/** Which nodes to fetch for `consistencyProof`. */
export const consistencyAddresses = (oldSize: number, size: number): NodeAddress[] =>
  consistency(oldSize, size).flatMap(fullSubtrees)

/**
 * Proves that leaf `index` stands in the tree of `size` leaves; at most ⌈log₂ size⌉ digests.
 * @throws RangeError when the tree has no such leaf; Error when the store lacks a node
 */
export const inclusionProof = (hash: Hash, index: number, size: number, read: ReadNode): Uint8Array[] =>
  inclusion(index, size).map((range) => rangeRoot(hash, range, read))

/**
 * Proves that the tree of `size` leaves begins with the tree of `oldSize` leaves.
 * @throws RangeError when `oldSize` is 0 (nothing would be proved) or above `size`; Error when the store lacks a node
 */
export const consistencyProof = (hash: Hash, oldSize: number, size: number, read: ReadNode): Uint8Array[] =>
  consistency(oldSize, size).map((range) => rangeRoot(hash, range, read))
