import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Hash } from '../kernel/digest.ts'
import { add, type Exact, equal, mul, one, ratio, sum, zero } from '../kernel/exact.ts'
import type { Stratum } from './draw.ts'
import { algorithmFor, pick } from './pick.ts'
import { drawByRisk, meetings, withChances } from './risk-draw.ts'

const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest()

const stratum = (risks: readonly number[], key = ''): Stratum => ({
  key,
  units: risks.map((risk, at) => {
    const code = String(at + 1).padStart(3, '0')
    return { code, unitId: `${key}unit-${code}`, risk }
  }),
})

const chances = (of: Stratum, size: number) =>
  withChances([of], size, sha256).flatMap(({ units }) => units.map(({ chance }) => chance ?? ''))

const exactly = (text: string): Exact => {
  const [n = '0', d = '1'] = text.split('/')
  return ratio(BigInt(n), BigInt(d))
}

/** Every way in which the tickets can fall, with its probability. */
const allWays = (of: Stratum, size: number): ReadonlyMap<string, Exact> => {
  const whole = of.units.reduce((total, { risk }) => total + (risk ?? 1), 0)
  const open = of.units.map((unit) => ({ unit, part: size * (unit.risk ?? 1) }))
  const found = new Map<string, Exact>()
  const walk = (path: readonly number[]): void => {
    let [at, chance, further]: [number, Exact, number] = [0, one, 0]
    const drawn = meetings(open, whole, (bound) => {
      if (at === path.length) further = bound
      chance = mul(chance, ratio(1n, BigInt(bound)))
      return path[at++] ?? 0
    })
    if (further > 0) {
      for (let value = 0; value < further; value++) walk([...path, value])
      return
    }
    const name = drawn
      .map(({ code }) => code)
      .toSorted()
      .join(' ')
    found.set(name, add(found.get(name) ?? zero, chance))
  }
  walk([])
  return found
}

describe('入样概率', () => {
  it.each([
    [[1, 1, 1, 1], 2, '1/2 1/2 1/2 1/2'],
    [[3, 1, 1, 1], 1, '1/2 1/6 1/6 1/6'],
    // 2×3 ≥ 6: certain; the other place is shared by the three that are left.
    [[3, 1, 1, 1], 2, '1/1 1/3 1/3 1/3'],
    // Certain twice over: 9 first, then 2×4 ≥ 6.
    [[9, 4, 1, 1], 3, '1/1 1/1 1/2 1/2'],
    [[2, 3], 2, '1/1 1/1'],
    [[2, 3], 0, '0/1 0/1'],
    [[1000, 1, 1], 1, '500/501 1/1002 1/1002'],
  ])('of risks %j, %i drawn: %s', (risks, size, expected) => {
    expect(chances(stratum(risks), size).join(' ')).toBe(expected)
  })

  it('add up to the size, and grow with the risk', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        (risks, rest) => {
          const size = rest % (risks.length + 1)
          const found = chances(stratum(risks), size).map(exactly)
          expect(equal(sum(found), ratio(BigInt(size), 1n))).toBe(true)
          for (const [i, a] of risks.entries())
            for (const [j, b] of risks.entries())
              if (a < b)
                expect(Number(found[i]?.n) / Number(found[i]?.d)).toBeLessThanOrEqual(
                  Number(found[j]?.n) / Number(found[j]?.d),
                )
        },
      ),
      { numRuns: 100 },
    )
  })

  it.each([
    [[1, 2, 3], 1],
    [[2, 1, 2, 1], 2],
    [[1, 2, 1, 2, 1], 2],
  ])('are exactly those of the draw: every way for the tickets to fall, risks %j, %i drawn', (risks, size) => {
    const of = stratum(risks)
    const ways = allWays(of, size)
    expect(equal(sum(ways.values()), one)).toBe(true)
    expect([...ways.keys()].every((name) => name.split(' ').length === size)).toBe(true)
    const expected = chances(of, size)
    for (const [at, { code }] of of.units.entries()) {
      const drawn = [...ways].filter(([name]) => name.split(' ').includes(code)).map(([, chance]) => chance)
      expect(equal(sum(drawn), exactly(expected[at] ?? ''))).toBe(true)
    }
  })
})

describe('drawing by risk', () => {
  it('draws distinct units, as many as asked, whatever the order of the list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 46 }), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.string(),
        (risks, rest, seed) => {
          const of = stratum(risks)
          const size = rest % (risks.length + 1)
          const codes = drawByRisk(of, size, seed, sha256).map(({ code }) => code)
          expect(new Set(codes).size).toBe(size)
          const shuffled = { ...of, units: of.units.toReversed() }
          expect(drawByRisk(shuffled, size, seed, sha256).map(({ code }) => code)).toEqual(codes)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('is chosen by the list, and fixes the shares of strata before there is a seed', () => {
    const strata = [stratum([1, 5, 1], 'a'), stratum([1, 1, 9], 'b')]
    expect(algorithmFor(strata)).toBe('quanheng-draw/2')
    expect(algorithmFor([{ key: '', units: [{ code: '1', unitId: 'x' }] }])).toBe('quanheng-draw/1')
    const sharesOfA = ['1', '2', '3', '4', '5', '6'].map(
      (seed) => pick({ strata, size: 3 }, seed, sha256).filter(({ stratum: key }) => key === 'a').length,
    )
    expect(new Set(sharesOfA).size).toBe(1)
  })
})
