import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { exact, mul, ratio, whole } from '../../kernel/exact.ts'
import { round } from '../../kernel/rounding.ts'
import { reportedInputs } from '../../rule/inputs.ts'
import { answers, anyRule } from '../../rule/rules.fixture.ts'
import { exactly, packColumn } from './column.ts'
import { unitFacts } from './facts.fixture.ts'
import { kernelOf } from './kernel.ts'
import { packFacts } from './pack-facts.ts'
import { pointsAt } from './points-at.ts'
import { shapeOf } from './shape-of.ts'

const rounding = fc.record({
  mode: fc.constantFrom('halfUp' as const, 'gb8170' as const),
  places: fc.constantFrom(0, 1, 2, 4),
})

const ways = new Set<string>()

describe('a kernel gives the exact points of its shape, rounded once', () => {
  test('for every shape, figure and rounding', () =>
    fc.assert(
      fc.property(
        anyRule.chain((rule) =>
          fc.tuple(
            fc.constant(rule),
            fc.array(fc.option(unitFacts(rule), { nil: undefined, freq: 12 }), { minLength: 1, maxLength: 12 }),
          ),
        ),
        answers,
        fc.constantFrom('10', '0.5', '33.3'),
        rounding,
        ([rule, units], given, fullMark, how) => {
          const shape = shapeOf({ rule, answers: given }, fullMark)
          if (shape === undefined) return
          const inputs = reportedInputs(rule)
          const columns = new Map(
            inputs.flatMap((input) => {
              const column = packFacts(
                input,
                units.map((facts) => facts?.get(input.name)),
              )
              return column ? [[input.name, column] as const] : []
            }),
          )
          const kernel = kernelOf(shape, columns, how, units.length)
          if (kernel === undefined) return
          const points = new Float64Array(units.length)
          const settled = kernel.run(Int32Array.from(units.keys()), points)
          const figures = (name: string) => {
            const column = columns.get(name)
            return [...(column?.values ?? [])].map((v) =>
              Number.isNaN(v) ? undefined : exactly(v, column?.places ?? 0),
            )
          }
          const all = new Map(inputs.map(({ name }) => [name, figures(name)]))
          const group = new Map([...all].map(([name, values]) => [name, values.flatMap((value) => value ?? [])]))
          const owing = kernel.relative && units.includes(undefined)
          const expected = units.map((_, at) => {
            const own = new Map([...all].flatMap(([name, values]) => (values[at] ? [[name, values[at]] as const] : [])))
            const defined = own.size < all.size || owing ? undefined : pointsAt(shape, { own, group })
            return defined ? Number(mul(round(defined, how), whole(10n ** BigInt(how.places))).n) : Number.NaN
          })
          expect([...points]).toEqual(expected)
          expect(settled).toBe(!expected.some(Number.isNaN))
          if (expected.some((own) => !Number.isNaN(own))) ways.add(rule.kind)
          for (const own of points) if (!Number.isNaN(own)) expect(Math.abs(own)).toBeLessThanOrEqual(kernel.largest)
        },
      ),
      { numRuns: 1200 },
    ))

  afterAll(() => expect(ways.size).toBeGreaterThanOrEqual(18))

  test('figures of the group: own ÷ highest', () => {
    const column = packColumn(['30', '12.5', '40', '0'])
    if (column === undefined) throw new Error('not packed')
    const own = { input: '增速', factor: whole(1) }
    const kernel = kernelOf(
      {
        variable: {
          top: { constant: whole(0), terms: [own] },
          bottom: { constant: whole(0), terms: [{ ...own, figure: 'max' }] },
        },
        pieces: [{ kind: 'points', base: whole(0), slope: whole(10) }],
      },
      new Map([['增速', column]]),
      { mode: 'halfUp', places: 2 },
      4,
    )
    const points = new Float64Array(4)
    kernel?.run(Int32Array.of(0, 1, 2, 3), points)
    expect([...points].map((p) => exactly(p, 2))).toEqual([exact('7.5'), exact('3.13'), exact('10'), exact('0')])
    kernel?.run(Int32Array.of(0, 1), points)
    expect(points[1]).toBe(417)
  })

  test('the distance to the mean, counted in heads', () => {
    const column = packColumn(['1', '2', '6'])
    if (column === undefined) throw new Error('not packed')
    const own = { input: '增速', factor: whole(1) }
    const kernel = kernelOf(
      {
        variable: {
          top: { constant: whole(0), terms: [own, { input: '增速', factor: whole(-1), figure: 'mean' }] },
          bottom: { constant: whole(1), terms: [] },
        },
        pieces: [{ kind: 'points', base: whole(10), slope: ratio(1n, 7n) }],
      },
      new Map([['增速', column]]),
      { mode: 'halfUp', places: 3 },
      3,
    )
    const points = new Float64Array(3)
    kernel?.run(Int32Array.of(0, 1, 2), points)
    expect([...points]).toEqual([9714, 9857, 10429])
  })

  test('no kernel where whole numbers below 2^53 do not hold it', () => {
    const column = packColumn(['9007199254740990'])
    if (column === undefined) throw new Error('not packed')
    const shape = shapeOf(
      {
        rule: { kind: 'ratio', measure: { kind: 'input', name: '完成率' }, ceiling: { kind: 'fullMark' } },
        answers: [],
      },
      '10',
    )
    expect(shape && kernelOf(shape, new Map([['完成率', column]]), { mode: 'halfUp', places: 2 }, 1)).toBeUndefined()
    expect(packColumn(['9007199254740993'])).toBeUndefined()
    expect(packColumn(['1/3'])).toBeUndefined()
  })
})
