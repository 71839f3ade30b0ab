import { hex } from '@quanheng/domain/kernel/digest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  definitionOver,
  numberedLeaves,
  referenceLeaves,
  referenceRoots,
  sha256,
  storeOf,
  treeOf,
} from '../fixtures/sample-tree.ts'
import { append, emptyFrontier, frontierAddresses, frontierAt, rootOf } from './append.ts'
import { leafHash } from './hashing.ts'

const largest = 300
const leaves = numberedLeaves(largest)
const leafHashes = leaves.map((leaf) => leafHash(sha256, leaf))
const definition = definitionOver(leaves)

describe('append', () => {
  it.each(referenceRoots.map((root, size) => ({ size, root })))(
    'gives the known root of $size reference leaves',
    ({ size, root }) => {
      const hashes = referenceLeaves.slice(0, size).map((leaf) => leafHash(sha256, leaf))
      expect(hex(rootOf(sha256, append(sha256, emptyFrontier, hashes).frontier))).toBe(root)
    },
  )

  it('agrees with the definition at every size, one leaf at a time', () => {
    let frontier = emptyFrontier
    leafHashes.forEach((leaf, index) => {
      frontier = append(sha256, frontier, [leaf]).frontier
      expect(hex(rootOf(sha256, frontier))).toBe(hex(definition.head(0, index + 1)))
      expect(frontier.peaks).toHaveLength((index + 1).toString(2).replaceAll('0', '').length)
    })
  })

  it('comes to the same however the leaves are batched, and makes each full subtree once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (batches) => {
        const size = batches.reduce((total, batch) => total + batch, 0)
        const all = Array.from({ length: size }, (_, index) => leafHash(sha256, Uint8Array.of(index, index >> 8)))
        let frontier = emptyFrontier
        const nodes = batches.flatMap((batch) => {
          const step = append(sha256, frontier, all.slice(frontier.size, frontier.size + batch))
          frontier = step.frontier
          return step.nodes
        })
        const once = append(sha256, emptyFrontier, all)
        expect(frontier).toEqual(once.frontier)
        expect(nodes).toEqual(once.nodes)
        expect(() => storeOf(nodes)).not.toThrow()
      }),
    )
  })

  it('stores fewer than two nodes a leaf', () => {
    const { nodes } = append(sha256, emptyFrontier, leafHashes)
    expect(nodes.length).toBeLessThan(2 * largest)
  })

  it('leaves the frontier it was given as it was', () => {
    const before = append(sha256, emptyFrontier, leafHashes.slice(0, 7)).frontier
    const copy = structuredClone(before)
    append(sha256, before, leafHashes.slice(7, 9))
    expect(before).toEqual(copy)
  })

  it('refuses a frontier whose peaks do not fit its size', () => {
    expect(() => append(sha256, { size: 3, peaks: [] }, leafHashes.slice(0, 1))).toThrow(RangeError)
  })
})

describe('frontierAt', () => {
  it('finds any earlier frontier again from the stored nodes', () => {
    const read = treeOf(leafHashes)
    for (let size = 0; size <= largest; size++) {
      expect(frontierAt(size, read)).toEqual(append(sha256, emptyFrontier, leafHashes.slice(0, size)).frontier)
    }
  })

  it('says which node a damaged store lacks', () => {
    expect(frontierAddresses(6)).toEqual([
      { level: 2, index: 0 },
      { level: 1, index: 2 },
    ])
    expect(() => frontierAt(6, () => undefined)).toThrow('log node 2/0 is not in the store')
  })
})
