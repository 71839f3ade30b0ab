import type { Hash } from '@quanheng/domain/kernel/digest'
import { emptyRoot, nodeHash } from './hashing.ts'
import { splitOf } from './range.ts'

/** Digests from low to high; whoever hands them over is not trusted. */
type Proof = readonly Uint8Array[]

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/** Digests of another length could shift bytes between left and right and still hash alike. */
const areDigests = (hash: Hash, values: Proof): boolean => {
  const { length } = emptyRoot(hash)
  return values.every((value) => value instanceof Uint8Array && value.length === length)
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])

/** The root that the path leads to; undefined when the path is longer or shorter than the tree is deep. */
const climb = (hash: Hash, leaf: Uint8Array, index: number, size: number, path: Proof): Uint8Array | undefined => {
  const sibling = path.at(-1)
  if (size === 1) return sibling ? undefined : leaf
  if (!sibling) return undefined
  const middle = splitOf(size)
  const below = path.slice(0, -1)
  if (index < middle) {
    const left = climb(hash, leaf, index, middle, below)
    return left && nodeHash(hash, left, sibling)
  }
  const right = climb(hash, leaf, index - middle, size - middle, below)
  return right && nodeHash(hash, sibling, right)
}

interface Roots {
  readonly old: Uint8Array
  readonly new: Uint8Array
}

/** Both roots rebuilt from one proof; `seed` is the old root while the subtree still begins at the first leaf. */
const rebuild = (
  hash: Hash,
  seed: Uint8Array | undefined,
  oldSize: number,
  size: number,
  proof: Proof,
): Roots | undefined => {
  if (oldSize === size) {
    const [only] = proof
    if (seed) return only ? undefined : { old: seed, new: seed }
    return only && proof.length === 1 ? { old: only, new: only } : undefined
  }
  const sibling = proof.at(-1)
  if (!sibling) return undefined
  const middle = splitOf(size)
  const below = proof.slice(0, -1)
  if (oldSize <= middle) {
    const left = rebuild(hash, seed, oldSize, middle, below)
    return left && { old: left.old, new: nodeHash(hash, left.new, sibling) }
  }
  const right = rebuild(hash, undefined, oldSize - middle, size - middle, below)
  return right && { old: nodeHash(hash, sibling, right.old), new: nodeHash(hash, sibling, right.new) }
}

/**
 * Whether `leaf` (a leaf hash, recomputed from the bytes that the verifier holds) is leaf `index` of the tree with this
 * `size` and `root`. Malformed input is never an exception, only false. Proves nothing unless size and root come from
 * a checkpoint that the verifier trusts.
 */
export const verifyInclusion = (
  hash: Hash,
  claim: {
    readonly leaf: Uint8Array
    readonly index: number
    readonly size: number
    readonly root: Uint8Array
    readonly proof: Proof
  },
): boolean => {
  const { leaf, index, size, root, proof } = claim
  if (!isCount(index) || !isCount(size) || index >= size) return false
  if (!areDigests(hash, [leaf, root, ...proof])) return false
  const reached = climb(hash, leaf, index, size, proof)
  return reached !== undefined && same(reached, root)
}

/**
 * Whether the tree (`newSize`, `newRoot`) begins with the whole tree (`oldSize`, `oldRoot`): nothing was changed, removed,
 * reordered or inserted in what the old checkpoint covers. From size 0 nothing is bound, so it is refused.
 */
export const verifyConsistency = (
  hash: Hash,
  claim: {
    readonly oldSize: number
    readonly oldRoot: Uint8Array
    readonly newSize: number
    readonly newRoot: Uint8Array
    readonly proof: Proof
  },
): boolean => {
  const { oldSize, oldRoot, newSize, newRoot, proof } = claim
  if (!isCount(oldSize) || !isCount(newSize) || oldSize === 0 || oldSize > newSize) return false
  if (!areDigests(hash, [oldRoot, newRoot, ...proof])) return false
  const roots = rebuild(hash, oldRoot, oldSize, newSize, proof)
  return roots !== undefined && same(roots.old, oldRoot) && same(roots.new, newRoot)
}
