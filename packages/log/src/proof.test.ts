import { describe, expect, it } from 'vitest'
import { definitionOver, numberedLeaves, sha256, treeOf } from '../fixtures/sample-tree.ts'
import { leafHash } from './hashing.ts'
import { consistencyAddresses, consistencyProof, inclusionAddresses, inclusionProof } from './proof.ts'
import { verifyConsistency, verifyInclusion } from './verify.ts'

const largest = 300
const leaves = numberedLeaves(largest)
const leafHashes = leaves.map((leaf) => leafHash(sha256, leaf))
const definition = definitionOver(leaves)
const read = treeOf(leafHashes)
const joined = (proof: readonly Uint8Array[]): string => Buffer.concat(proof).toString('hex')

describe('inclusionProof', () => {
  it(`is PATH of RFC 6962 and verifies, for every leaf of every tree up to ${largest}`, () => {
    for (let size = 1; size <= largest; size++) {
      const root = definition.head(0, size)
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(sha256, index, size, read)
        if (joined(proof) !== joined(definition.path(index, 0, size))) expect.fail(`leaf ${index} of ${size}`)
        if (proof.length > Math.ceil(Math.log2(size))) expect.fail(`leaf ${index} of ${size}: too long`)
        const leaf = leafHashes[index] as Uint8Array
        if (!verifyInclusion(sha256, { leaf, index, size, root, proof })) expect.fail(`leaf ${index} of ${size}`)
      }
    }
  })

  it('reads no other nodes than it announces', () => {
    const announced = new Set(inclusionAddresses(100, 213).map(({ level, index }) => `${level}/${index}`))
    const proof = inclusionProof(sha256, 100, 213, (address) => {
      expect(announced).toContain(`${address.level}/${address.index}`)
      return read(address)
    })
    expect(proof).toEqual(definition.path(100, 0, 213))
  })

  it.each([
    [3, 3],
    [-1, 3],
    [0, 0],
    [0.5, 3],
    [0, 2 ** 53],
    [Number.NaN, 3],
  ])('refuses leaf %d of %d', (index, size) => {
    expect(() => inclusionProof(sha256, index, size, read)).toThrow(RangeError)
  })
})

describe('consistencyProof', () => {
  it(`is PROOF of RFC 6962 and verifies, for every pair of sizes up to ${largest}`, () => {
    for (let newSize = 1; newSize <= largest; newSize++) {
      const newRoot = definition.head(0, newSize)
      for (let oldSize = 1; oldSize <= newSize; oldSize++) {
        const proof = consistencyProof(sha256, oldSize, newSize, read)
        const expected = definition.subproof(oldSize, 0, newSize, true)
        if (joined(proof) !== joined(expected)) expect.fail(`${oldSize} to ${newSize}`)
        const claim = { oldSize, oldRoot: definition.head(0, oldSize), newSize, newRoot, proof }
        if (!verifyConsistency(sha256, claim)) expect.fail(`${oldSize} to ${newSize}`)
      }
    }
  })

  it('reads no other nodes than it announces', () => {
    const announced = new Set(consistencyAddresses(77, 213).map(({ level, index }) => `${level}/${index}`))
    const proof = consistencyProof(sha256, 77, 213, (address) => {
      expect(announced).toContain(`${address.level}/${address.index}`)
      return read(address)
    })
    expect(proof).toEqual(definition.subproof(77, 0, 213, true))
  })

  it.each([
    [0, 5],
    [6, 5],
    [-1, 5],
    [0.5, 5],
    [0, 0],
  ])('refuses %d to %d', (oldSize, size) => {
    expect(() => consistencyProof(sha256, oldSize, size, read)).toThrow(RangeError)
  })
})
