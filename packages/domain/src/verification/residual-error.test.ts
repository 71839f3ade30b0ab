import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Hash } from '../kernel/digest.ts'
import { printExact } from '../kernel/exact.ts'
import type { Stratum } from './draw.ts'
import { pick } from './pick.ts'
import { residualError, wholeUnits } from './residual-error.ts'
import { withChances } from './risk-draw.ts'
import { confidences, sizeToFind } from './sample-size.ts'
import { largestShifts, weigh, withRisks } from './weighing.ts'

const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest()

const list = (count: number, riskOf?: (at: number) => number): Stratum => ({
  key: '',
  units: Array.from({ length: count }, (_, at) => ({
    code: String(at + 1).padStart(3, '0'),
    unitId: `u${at}`,
    ...(riskOf && { risk: riskOf(at) }),
  })),
})
const ids = (...numbers: number[]) => new Set(numbers.map((at) => `u${at}`))

describe('抽样推断', () => {
  it('without risk: the largest number of bad units that a draw finds so few of (hypergeometric)', () => {
    const none = residualError([list(50)], ids(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), ids(), 95)
    // The table of standards §6: 12 of 50 find one where 20 % are bad, so 10 would have been seen and 9 need not.
    expect(
      [none.estimated, none.atMost].map((value) => (typeof value === 'number' ? value : printExact(value))),
    ).toEqual(['0', 9])
    const all = residualError([list(3)], ids(0, 1, 2), ids(1), 95)
    expect([printExact(all.estimated), all.atMost]).toEqual(['1', 1])
  })

  it('agrees with the table of sizes: a size that finds a share leaves fewer than that share unseen', () => {
    for (const confidence of confidences)
      for (const percent of [5, 10, 20]) {
        const size = sizeToFind(100, percent, confidence)
        const drawn = new Set(Array.from({ length: size }, (_, at) => `u${at}`))
        expect(residualError([list(100)], drawn, ids(), confidence).atMost).toBeLessThan(percent)
        drawn.delete('u0')
        expect(residualError([list(100)], drawn, ids(), confidence).atMost).toBeGreaterThanOrEqual(percent)
      }
  })

  it('by risk: each bad unit stands for 1/chance, and the rest is bounded by their chances', () => {
    const strata = withChances([list(8, (at) => (at < 2 ? 4 : 1))], 3, sha256)
    // Risks 4 4 1 1 1 1 1 1, three drawn: 12/14 each of the first two, 3/14 each of the others.
    expect(strata[0]?.units.map(({ chance }) => chance)).toEqual(['6/7', '6/7', ...Array(6).fill('3/14')])
    const found = residualError(strata, ids(0, 1, 2), ids(2), 95)
    expect(printExact(found.estimated)).toBe('14/3')
    expect(wholeUnits(found.estimated)).toBe(5)
    expect(found).toMatchObject({ listed: 8, drawn: 3, bad: 1, atMost: 6 })
  })

  it.each([
    ['without risk', undefined],
    ['by risk', (at: number) => 1 + (at % 4) * 3],
  ] as const)('%s: says too little in no more than 5 of 100 draws, and is right on average', (_, riskOf) => {
    const listed = list(40, riskOf)
    const strata = riskOf ? withChances([listed], 14, sha256) : [listed]
    const bad = ids(1, 2, 9, 14, 20, 23, 31, 38)
    let [wrong, total] = [0, 0]
    const runs = 2000
    for (let seed = 0; seed < runs; seed++) {
      const drawn = new Set(pick({ strata, size: 14 }, `s${seed}`, sha256).map(({ unitId }) => unitId))
      const said = residualError(strata, drawn, bad, 95)
      if (said.atMost < bad.size) wrong += 1
      total += Number(said.estimated.n) / Number(said.estimated.d)
    }
    expect(wrong / runs).toBeLessThanOrEqual(0.05)
    expect(Math.abs(total / runs - bad.size)).toBeLessThan(0.3)
  })
})

describe('风险权数', () => {
  it('adds what the chosen factors hold, and nothing else', () => {
    const factors = [
      { fact: 'lateEntry', adds: 3 },
      { fact: 'pastFinding', adds: 5 },
    ] as const
    const known = [
      { unitId: 'u0', facts: ['lateEntry', 'noEvidence', 'pastFinding'] },
      { unitId: 'u2', facts: ['noEvidence'] },
    ] as const
    const weighing = weigh(factors, known, ['u0', 'u1', 'u2'])
    expect(weighing.held).toEqual([
      { unitId: 'u0', facts: ['lateEntry', 'pastFinding'] },
      { unitId: 'u1', facts: [] },
      { unitId: 'u2', facts: [] },
    ])
    expect(withRisks([list(3)], weighing)[0]?.units.map(({ risk }) => risk)).toEqual([9, 1, 1])
  })

  it.each([
    [
      [
        ['a', 5],
        ['b', 9],
        ['c', 0],
        ['d', 2],
      ],
      ['b'],
    ],
    [
      [
        ['a', 5],
        ['b', 5],
        ['c', 0],
        ['d', 2],
      ],
      ['a', 'b'],
    ],
    [
      [
        ['a', 0],
        ['b', 0],
      ],
      [],
    ],
    [[['a', 1]], ['a']],
    [[], []],
  ] as const)('of shifts %j the largest quarter are %j', (shifts, expected) => {
    expect(largestShifts(new Map(shifts.map(([unitId, shift]) => [unitId, BigInt(shift)]))).toSorted()).toEqual(
      expected,
    )
  })
})
