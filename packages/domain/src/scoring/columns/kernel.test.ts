import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact, mul, ratio, whole } from '../../kernel/exact.ts'
import { round } from '../../kernel/rounding.ts'
import { answers, anyRule } from '../../rule/rules.fixture.ts'
import { exactly, packColumn } from './column.ts'
import { kernelOf } from './kernel.ts'
import { pointsAt } from './points-at.ts'
import { shapeOf } from './shape-of.ts'

const figure = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -300, max: 30_000 }).map((n) => String(n / 100)) },
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 320 }).map(String) },
  { weight: 1, arbitrary: fc.constant(undefined) },
)
const rounding = fc.record({
  mode: fc.constantFrom('halfUp' as const, 'gb8170' as const),
  places: fc.constantFrom(0, 1, 2, 4),
})

describe('a kernel gives the exact points of its shape, rounded once', () => {
  test('for every shape, figure and rounding', () =>
    fc.assert(
      fc.property(
        anyRule,
        answers,
        fc.constantFrom('10', '0.5', '33.3'),
        rounding,
        fc.array(fc.tuple(figure, figure), { minLength: 1, maxLength: 20 }),
        (rule, given, fullMark, how, rows) => {
          const shape = shapeOf({ rule, answers: given }, fullMark)
          if (shape === undefined) return
          const names = [...new Set([...shape.variable.top.terms, ...shape.variable.bottom.terms].map((t) => t.input))]
          const columns = new Map(
            names
              .map((name, i) => [name, packColumn(rows.map((row) => row[i]))] as const)
              .flatMap(([name, column]) => (column ? [[name, column] as const] : [])),
          )
          const kernel = kernelOf(shape, columns, how, rows.length)
          if (kernel === undefined) return
          const points = new Float64Array(rows.length)
          kernel.run(Int32Array.from(rows.keys()), points)
          rows.forEach((row, at) => {
            const known = row.slice(0, names.length).every((text) => text !== undefined)
            const inputs = new Map(names.map((name, i) => [name, exact(row[i] ?? '0')]))
            const settled = known ? pointsAt(shape, inputs) : undefined
            expect(points[at]).toBe(
              settled ? Number(mul(round(settled, how), whole(10n ** BigInt(how.places))).n) : Number.NaN,
            )
          })
        },
      ),
      { numRuns: 1000 },
    ))

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
