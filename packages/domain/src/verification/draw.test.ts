import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Hash } from '../kernel/digest.ts'
import { allocate } from './allocation.ts'
import { drawFrom, populationDigest, type Stratum } from './draw.ts'

const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest()

const stratum = (count: number, key = ''): Stratum => ({
  key,
  units: Array.from({ length: count }, (_, at) => {
    const code = String(at + 1).padStart(3, '0')
    return { code, unitId: `unit-${code}` }
  }),
})

const codes = (of: Stratum, size: number, seed: string) => drawFrom(of, size, seed, sha256).map(({ code }) => code)

describe('drawing', () => {
  it.each([
    // Made by a second implementation (Python, hashlib) from the words of the docstring alone.
    [24, 5, '83014 26759 40318 55927', '', '003 008 009 015 023'],
    [
      24,
      24,
      'x',
      '',
      '014 020 009 017 001 023 010 018 007 004 003 005 016 006 021 002 015 013 022 012 008 011 024 019',
    ],
    [1, 1, 'x', '', '001'],
    [100, 10, '𠮷田|7', '第一组', '080 098 071 035 001 011 092 061 065 038'],
    [3, 2, '', '', '001 002'],
  ])('of %i units %i, seed %j, stratum %j', (count, size, seed, key, expected) => {
    expect(codes(stratum(count, key), size, seed).join(' ')).toBe(expected)
  })

  it('does not depend on the order in which units were listed', () => {
    const listed = stratum(30)
    const shuffled = { ...listed, units: [...listed.units].reverse() }
    expect(codes(shuffled, 9, 'seed')).toEqual(codes(listed, 9, 'seed'))
    expect(populationDigest([shuffled], sha256)).toBe(populationDigest([listed], sha256))
  })

  it('picks distinct units of the list, all of them for n = N, and begins a longer draw with a shorter one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), fc.string(), (count, rest, seed) => {
        const size = rest % (count + 1)
        const picked = codes(stratum(count), size, seed)
        expect(new Set(picked).size).toBe(size)
        const all = codes(stratum(count), count, seed)
        expect(all.toSorted()).toEqual(stratum(count).units.map(({ code }) => code))
        expect(all.slice(0, size)).toEqual(picked)
      }),
      { numRuns: 100 },
    )
  })

  it('refuses more than there are', () => {
    expect(() => codes(stratum(3), 4, 'seed')).toThrow(RangeError)
    expect(codes(stratum(0), 0, 'seed')).toEqual([])
  })

  it('gives every place the same chance (χ² over 10 000 seeds, p > 0.001)', () => {
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 10_000; seed++) {
      const [first] = codes(stratum(10), 1, `s${seed}`)
      counts.set(first ?? '', (counts.get(first ?? '') ?? 0) + 1)
    }
    const chi2 = stratum(10).units.reduce((sum, { code }) => sum + ((counts.get(code) ?? 0) - 1000) ** 2 / 1000, 0)
    expect(chi2).toBeLessThan(27.88)
  })

  it('passes over tickets that would favour the first places', () => {
    let calls = 0
    const oneByte: Hash = () => Uint8Array.of([255, 254, 7][calls++] ?? 0)
    expect(drawFrom(stratum(3), 1, 'seed', oneByte).map(({ code }) => code)).toEqual(['003'])
    expect(calls).toBe(2)
  })

  it('commits to the list', () => {
    expect(populationDigest([stratum(3)], sha256)).not.toBe(populationDigest([stratum(4)], sha256))
  })
})

describe('strata', () => {
  const shares = (sizes: readonly number[], size: number) => [
    ...allocate(
      sizes.map((count, at) => stratum(count, `g${at}`)),
      size,
      'seed',
      sha256,
    ).values(),
  ]

  it.each([
    [[10, 10, 10], 6, [2, 2, 2]],
    [[20, 10], 6, [4, 2]],
    [[97, 2, 1], 10, [8, 1, 1]],
    [[5, 3], 8, [5, 3]],
    [[5, 3], 0, [0, 0]],
  ])('%j gives %i as %j', (sizes, size, expected) => {
    expect(shares(sizes, size)).toEqual(expected)
  })

  it('always gives exactly what is asked, never more than a stratum has, at least one where it can', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(sizes, fc.nat(), (counts, rest) => {
        const size = rest % (counts.reduce((a, b) => a + b, 0) + 1)
        const given = shares(counts, size)
        expect(given.reduce((a, b) => a + b, 0)).toBe(size)
        for (const [at, share] of given.entries()) {
          expect(share).toBeLessThanOrEqual(counts[at] ?? 0)
          if (size >= counts.length) expect(share).toBeGreaterThan(0)
        }
      }),
      { numRuns: 200 },
    )
  })
})
