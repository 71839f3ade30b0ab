import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { definitionOver, numberedLeaves, sha256, treeOf } from '../fixtures/sample-tree.ts'
import { leafHash } from './hashing.ts'
import { consistencyProof, inclusionProof } from './proof.ts'
import { verifyConsistency, verifyInclusion } from './verify.ts'

interface Vectors {
  readonly inclusion: readonly {
    readonly name: string
    readonly leafIdx: number
    readonly treeSize: number
    readonly root: string
    readonly leafHash: string
    readonly proof: readonly string[]
    readonly wantErr: boolean
  }[]
  readonly consistency: readonly {
    readonly name: string
    readonly size1: number
    readonly size2: number
    readonly root1: string
    readonly root2: string
    readonly proof: readonly string[]
    readonly wantErr: boolean
  }[]
}

const vectors: Vectors = JSON.parse(readFileSync(new URL('../fixtures/transparency-dev.json', import.meta.url), 'utf8'))
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))

const size = 21
const leafHashes = numberedLeaves(size).map((leaf) => leafHash(sha256, leaf))
const definition = definitionOver(numberedLeaves(size))
const read = treeOf(leafHashes)
const root = definition.head(0, size)

const inclusionClaim = (index: number) => ({
  leaf: leafHashes[index] as Uint8Array,
  index,
  size,
  root,
  proof: inclusionProof(sha256, index, size, read),
})

const consistencyClaim = (oldSize: number) => ({
  oldSize,
  oldRoot: definition.head(0, oldSize),
  newSize: size,
  newRoot: root,
  proof: consistencyProof(sha256, oldSize, size, read),
})

/** Every copy with one byte of one digest changed. */
function* withOneByteChanged(proof: readonly Uint8Array[]): Generator<Uint8Array[]> {
  for (const [place, digest] of proof.entries()) {
    for (let at = 0; at < digest.length; at++) {
      const flipped = digest.slice()
      flipped[at] = (flipped[at] as number) ^ (1 << (at % 8))
      yield proof.with(place, flipped)
    }
  }
}

describe('verifyInclusion', () => {
  it.each(vectors.inclusion)('gives the verdict of the public vector $name', (vector) => {
    const claim = {
      leaf: bytes(vector.leafHash),
      index: vector.leafIdx,
      size: vector.treeSize,
      root: bytes(vector.root),
      proof: vector.proof.map(bytes),
    }
    expect(verifyInclusion(sha256, claim)).toBe(!vector.wantErr)
  })

  it('fails for any changed byte of proof, leaf or root', () => {
    for (let index = 0; index < size; index++) {
      const claim = inclusionClaim(index)
      expect(verifyInclusion(sha256, claim)).toBe(true)
      for (const proof of withOneByteChanged(claim.proof))
        expect(verifyInclusion(sha256, { ...claim, proof })).toBe(false)
      for (const [leaf] of withOneByteChanged([claim.leaf])) {
        expect(verifyInclusion(sha256, { ...claim, leaf: leaf as Uint8Array })).toBe(false)
      }
      for (const [changed] of withOneByteChanged([root])) {
        expect(verifyInclusion(sha256, { ...claim, root: changed as Uint8Array })).toBe(false)
      }
    }
  })

  it('fails when the leaf is claimed for another place', () => {
    for (let index = 0; index < size; index++) {
      for (let other = 0; other < size; other++) {
        expect(verifyInclusion(sha256, { ...inclusionClaim(index), index: other })).toBe(other === index)
      }
    }
  })

  it('fails on a proof that is cut, lengthened, doubled, reversed or holds digests of another length', () => {
    const { proof, ...claim } = inclusionClaim(13)
    const [first = root, ...rest] = proof
    const hostile = [
      [],
      proof.slice(1),
      proof.slice(0, -1),
      [...proof, root],
      [root, ...proof],
      [...proof, ...proof],
      proof.toReversed(),
      [first.slice(0, 31), ...rest],
      [Uint8Array.from([...first, 0]), ...rest],
      [new Uint8Array(0), ...rest],
      [...first].map((byte) => Uint8Array.of(byte)),
    ]
    for (const forged of hostile) expect(verifyInclusion(sha256, { ...claim, proof: forged })).toBe(false)
  })

  it('cannot be led to a right root by moving bytes between neighbours', () => {
    const left = leafHash(sha256, Uint8Array.of(1))
    const right = leafHash(sha256, Uint8Array.of(2))
    const pair = sha256(Uint8Array.from([1, ...left, ...right]))
    const longer = Uint8Array.from([...left, ...right.slice(0, 1)])
    const claim = { leaf: longer, index: 0, size: 2, root: pair, proof: [right.slice(1)] }
    expect(verifyInclusion(sha256, claim)).toBe(false)
  })

  it('does not take an inner node for a leaf', () => {
    const { proof } = inclusionClaim(0)
    const inner = Uint8Array.from([...(leafHashes[0] as Uint8Array), ...(leafHashes[1] as Uint8Array)])
    const claim = { leaf: leafHash(sha256, inner), index: 0, size: 11, root, proof: proof.slice(1) }
    expect(verifyInclusion(sha256, claim)).toBe(false)
  })

  it.each([
    { index: -1 },
    { index: 0.5 },
    { index: Number.NaN },
    { index: size },
    { size: 0 },
    { size: -1 },
    { size: 2 ** 53 },
    { size: Number.POSITIVE_INFINITY },
  ])('is false, not an exception, for %j', (wrong) => {
    expect(verifyInclusion(sha256, { ...inclusionClaim(0), ...wrong })).toBe(false)
  })

  it('accepts from arbitrary nodes of the tree only what is true', () => {
    const nodes = [...leafHashes, ...Array.from({ length: size }, (_, at) => definition.head(0, at + 1))]
    const node = fc.constantFrom(...nodes)
    fc.assert(
      fc.property(fc.nat(size - 1), node, fc.array(node, { maxLength: 6 }), (index, leaf, proof) => {
        const accepted = verifyInclusion(sha256, { leaf, index, size, root, proof })
        expect(accepted && leaf !== leafHashes[index]).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('verifyConsistency', () => {
  /** One vector has the text `don't care 2` as both roots and wants it accepted: here a root must be a digest. */
  it.each(vectors.consistency)('gives the verdict of the public vector $name', (vector) => {
    const claim = {
      oldSize: vector.size1,
      oldRoot: bytes(vector.root1),
      newSize: vector.size2,
      newRoot: bytes(vector.root2),
      proof: vector.proof.map(bytes),
    }
    const areDigests = claim.oldRoot.length === 32 && claim.newRoot.length === 32
    expect(verifyConsistency(sha256, claim)).toBe(!vector.wantErr && areDigests)
  })

  it('fails for any changed byte of proof or roots', () => {
    for (let oldSize = 1; oldSize <= size; oldSize++) {
      const claim = consistencyClaim(oldSize)
      expect(verifyConsistency(sha256, claim)).toBe(true)
      for (const proof of withOneByteChanged(claim.proof))
        expect(verifyConsistency(sha256, { ...claim, proof })).toBe(false)
      for (const [oldRoot, newRoot] of withOneByteChanged([claim.oldRoot, claim.newRoot])) {
        const forged = { ...claim, oldRoot: oldRoot as Uint8Array, newRoot: newRoot as Uint8Array }
        expect(verifyConsistency(sha256, forged)).toBe(false)
      }
    }
  })

  it('fails when a leaf that the old root covers was changed, removed, swapped or inserted', () => {
    const oldSize = 9
    const [oldRoot, leaves] = [definition.head(0, oldSize), numberedLeaves(size)]
    const [a, b] = [leaves[3] as Uint8Array, leaves[6] as Uint8Array]
    const rewritten = [
      leaves.with(4, Uint8Array.of(7)),
      leaves.toSpliced(2, 1),
      leaves.with(3, b).with(6, a),
      leaves.toSpliced(5, 0, Uint8Array.of(7)),
    ]
    for (const forged of rewritten) {
      const proof = consistencyProof(
        sha256,
        oldSize,
        forged.length,
        treeOf(forged.map((leaf) => leafHash(sha256, leaf))),
      )
      const newRoot = definitionOver(forged).head(0, forged.length)
      expect(verifyConsistency(sha256, { oldSize, oldRoot, newSize: forged.length, newRoot, proof })).toBe(false)
    }
  })

  it('refuses size 0: an empty proof would bind the new root to nothing', () => {
    const oldRoot = definition.head(0, 0)
    const claim = { oldSize: 0, oldRoot, newSize: size, newRoot: root, proof: [] }
    expect(verifyConsistency(sha256, claim)).toBe(false)
    expect(verifyConsistency(sha256, { ...claim, newSize: 0, newRoot: oldRoot })).toBe(false)
  })

  it('fails on a proof that is cut, lengthened, doubled, reversed or holds digests of another length', () => {
    const { proof, ...claim } = consistencyClaim(13)
    const [first = root, ...rest] = proof
    const hostile = [
      [],
      proof.slice(1),
      proof.slice(0, -1),
      [...proof, root],
      [root, ...proof],
      proof.toReversed(),
      [first.slice(0, 31), ...rest],
      [Uint8Array.from([...first, 0]), ...rest],
    ]
    for (const forged of hostile) expect(verifyConsistency(sha256, { ...claim, proof: forged })).toBe(false)
    expect(verifyConsistency(sha256, { ...consistencyClaim(size), proof: [root] })).toBe(false)
  })

  it.each([{ oldSize: size + 1 }, { oldSize: -1 }, { oldSize: 1.5 }, { newSize: 2 ** 53 }, { newSize: Number.NaN }])(
    'is false, not an exception, for %j',
    (wrong) => {
      expect(verifyConsistency(sha256, { ...consistencyClaim(5), ...wrong })).toBe(false)
    },
  )
})
