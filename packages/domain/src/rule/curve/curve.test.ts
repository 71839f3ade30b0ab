import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, compare, div, type Exact, equal, exact, mul, printExact, sub, whole } from '../../kernel/exact.ts'
import { evaluate } from '../evaluate.ts'
import type { Facts, FactValue } from '../facts.ts'
import { inputsOf } from '../inputs.ts'
import type { StoredRule } from '../model.ts'
import { parse } from '../parse.ts'
import { answers, anyRule } from '../rules.fixture.ts'
import { caseTables } from '../worked-cases.fixture.ts'
import { type Curve, curveOf } from './curve.ts'

type Ruled = Pick<StoredRule, 'rule' | 'answers'>

const basis = { kind: 'platform', reason: '' } as never

const ruleOf = (text: string, open: Readonly<Record<string, string>> = {}): Ruled => {
  const read = parse(text)
  if (!read.rule) throw new Error(`not read: ${text}`)
  const more = Object.entries(open).map(([question, choice]) => ({ question, choice, basis }))
  return { rule: read.rule, answers: [...read.answers, ...more] }
}

const quantities = (inputs: Readonly<Record<string, string>>, more: Partial<Facts> = {}): Facts => ({
  fullMark: '10',
  inputs: Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, { kind: 'quantity', value }])),
  ...more,
})

/** What the drawing says at a value: the point there, else the stretch over it. */
const drawnAt = ({ points, stretches }: Curve, x: Exact): string | undefined => {
  const point = points.find((one) => equal(exact(one.x), x))
  if (point) return point.y
  const over = stretches.find(({ from, to }) => compare(exact(from.x), x) < 0 && compare(x, exact(to.x)) < 0)
  if (!over) return undefined
  const [x0, y0, x1, y1] = [over.from.x, over.from.y, over.to.x, over.to.y].map(exact) as [Exact, Exact, Exact, Exact]
  return printExact(add(y0, div(mul(sub(y1, y0), sub(x, x0)), sub(x1, x0))))
}

const isScored = ({ rule, answers: given }: Ruled, facts: Facts): string | undefined => {
  const outcome = evaluate({ rule, answers: given }, facts)
  return outcome.status === 'scored' ? outcome.points : undefined
}

const curve = (ruled: Ruled, facts: Facts): Curve => {
  const found = curveOf(ruled, facts)
  if (!found) throw new Error('no curve')
  return found
}

/** A hair beside a threshold. */
const hair = exact('0.000001')

/** Every edge of the drawing below, at and above, against the evaluator itself. */
const agreesAtEdges = (ruled: Ruled, facts: Facts, input: string, drawn: Curve, perPercent = exact('100')) => {
  const values = drawn.edges.map(exact).flatMap((edge) => [sub(edge, hair), edge, add(edge, hair)])
  const own = exact(drawn.own.x)
  for (const x of [...values, own]) {
    const value = printExact(div(mul(x, perPercent), whole(100)))
    const scored = isScored(ruled, { ...facts, inputs: { ...facts.inputs, [input]: { kind: 'quantity', value } } })
    expect({ x: printExact(x), points: drawnAt(drawn, x) }).toEqual({ x: printExact(x), points: scored })
  }
}

describe('the drawing of a rule', () => {
  test('tiers are steps: the value on a threshold belongs to one side only', () => {
    const ruled = ruleOf('污水处理率达到95%的得10分，达到90%的得8分，达到80%的得5分，其余不得分')
    const facts = quantities({ 污水处理率: '93.2' })
    const drawn = curve(ruled, facts)
    expect(drawn.edges).toEqual(['80', '90', '95'])
    expect(drawn.stretches.map(({ from, to }) => [from.y, to.y])).toEqual([
      ['0', '0'],
      ['5', '5'],
      ['8', '8'],
      ['10', '10'],
    ])
    expect(drawn.axis).toEqual({ from: '77', to: '98' })
    expect(drawn.own).toEqual({ x: '93.2', y: '8' })
    agreesAtEdges(ruled, facts, '污水处理率', drawn)
  })

  test('以上 that nobody has read: no point stands on that threshold', () => {
    const ruled = ruleOf('污水处理率80%以上的得满分，否则不得分。')
    const drawn = curve(ruled, quantities({ 污水处理率: '85' }))
    expect(drawn.edges).toEqual(['80'])
    expect(drawn.points.map(({ x }) => x)).not.toContain('80')
    expect(drawn.stretches).toHaveLength(2)
  })

  test.each([
    ['不计', '94', '9'],
    ['按1个百分点计', '95', '10'],
  ])('whole steps, a started one %s, are a staircase', (partial, edge, value) => {
    const ruled = ruleOf(`污水处理率达到95%得满分，每低1个百分点扣1分，扣完为止，不足1个百分点的${partial}`)
    const facts = quantities({ 污水处理率: '93.5' })
    const drawn = curve(ruled, facts)
    expect(drawn.edges).toHaveLength(10)
    expect(drawn.edges.at(-1)).toBe(edge)
    expect(drawn.points).toContainEqual({ x: edge, y: value })
    expect(drawn.stretches.every(({ from, to }) => from.y === to.y)).toBe(true)
    agreesAtEdges(ruled, facts, '污水处理率', drawn)
  })

  test('a deduction without limit is drawn where points are given, and to the unit where it lies below', () => {
    const ruled = ruleOf('污水处理率达到95%得满分，每低1个百分点扣2分，不足1个百分点的不计', {
      deductionLimit: 'unlimited',
    })
    expect(curve(ruled, quantities({ 污水处理率: '94.5' })).axis.from).toBe('88.11')
    const below = quantities({ 污水处理率: '85.2' })
    agreesAtEdges(ruled, below, '污水处理率', curve(ruled, below))
    expect(curve(ruled, below).own.y).toBe('-8')
    expect(curveOf(ruled, quantities({ 污水处理率: '5' }))).toBeNull()
  })

  test('steps by their share are one slope from the reference to nothing', () => {
    const ruled = ruleOf('污水处理率达到95%得满分，每低1个百分点扣1分，扣完为止，不足1个百分点的按比例计算')
    const facts = quantities({ 污水处理率: '93.5' })
    const drawn = curve(ruled, facts)
    expect(drawn.edges).toEqual(['85', '95'])
    expect(drawn.stretches.map(({ from, to }) => [from.y, to.y])).toEqual([
      ['0', '0'],
      ['0', '10'],
      ['10', '10'],
    ])
    agreesAtEdges(ruled, facts, '污水处理率', drawn)
  })

  test('a rate of completion is drawn in percent of the target and bends at its ceiling', () => {
    const ruled = ruleOf('按完成率得分，最高得满分。')
    const facts = quantities({ 完成值: '18.5', 目标值: '20' })
    const drawn = curve(ruled, facts)
    expect(drawn).toMatchObject({ measure: '完成率', unit: '%', own: { x: '92.5', y: '9.25' }, edges: ['100'] })
    expect(drawn.axis).toEqual({ from: '0', to: '120' })
    agreesAtEdges(ruled, facts, '完成值', drawn, exact('20'))
  })

  test('where figures are rounded before they are judged, the step stands half a place before the threshold', () => {
    const ruled = ruleOf('污水处理率达到95%的得10分，其余得5分')
    const facts = quantities({ 污水处理率: '94.996' }, { thresholds: { mode: 'halfUp', places: 2 } })
    const drawn = curve(ruled, facts)
    expect(drawn.edges).toEqual(['94.995'])
    expect(drawn.own.y).toBe('10')
    agreesAtEdges(ruled, facts, '污水处理率', drawn)
  })

  test('counts are dots, until they no longer move', () => {
    const ruled = ruleOf('每发现1例扣2分，扣完为止')
    const drawn = curve(ruled, {
      fullMark: '6',
      inputs: { [inputsOf(ruled.rule)[0]?.name ?? '']: { kind: 'count', n: '1' } },
    })
    expect(drawn.stretches).toEqual([])
    expect(drawn.points.map(({ y }) => y)).toEqual(['6', '4', '2', '0', '0'])
  })

  test('a percentage stays within a hundred unless its rule or value goes there', () => {
    const ruled = ruleOf('污水处理率达到95%的得10分，其余得5分')
    expect(curve(ruled, quantities({ 污水处理率: '99' })).axis.to).toBe('100')
    expect(compare(exact(curve(ruled, quantities({ 污水处理率: '104' })).axis.to), exact('104'))).toBe(1)
  })

  test('facts and lists are not drawn, nor what is missing or cannot be scored', () => {
    const fact = ruleOf('完成得满分，未完成不得分。')
    expect(curveOf(fact, { fullMark: '5', inputs: { 完成: { kind: 'fact', met: true } } })).toBeNull()
    const tiers = ruleOf('污水处理率达到95%的得10分，其余得5分')
    expect(curveOf(tiers, { fullMark: '10', inputs: {} })).toBeNull()
    expect(curveOf(ruleOf('按完成率得分'), quantities({ 完成值: '5', 目标值: '0' }))).toBeNull()
  })
})

describe('the drawing never says what the rule does not compute', () => {
  const figure = fc.integer({ min: -200, max: 20_000 }).map((n) => printExact(div(whole(n), whole(100))))
  const factFor = (kind: string, value: string): FactValue =>
    kind === 'count' ? { kind, n: String(Math.abs(Math.trunc(Number(value)))) } : { kind: 'quantity', value }

  const holdsTo = (ruled: Ruled, facts: Facts, shares: readonly number[]) => {
    const drawn = curveOf(ruled, facts)
    if (!drawn) return
    const inputs = inputsOf(ruled.rule)
    const name = inputs.find(({ role }) => role === 'actual')?.name ?? ''
    const fact = facts.inputs[name]
    const [from, to] = [exact(drawn.axis.from), exact(drawn.axis.to)]
    const own = exact(drawn.own.x)
    const value = fact?.kind === 'quantity' ? exact(fact.value) : own
    if (fact?.kind === 'quantity' && own.n === 0n) return
    const scale = fact?.kind === 'quantity' ? div(value, own) : whole(1)
    const between = shares.map((share) => add(from, mul(sub(to, from), div(whole(share), whole(1000)))))
    const beside = drawn.edges.map(exact).flatMap((edge) => [sub(edge, hair), edge, add(edge, hair)])
    for (const x of [...between, ...beside]) {
      const said = fact?.kind === 'count' && x.d !== 1n ? undefined : drawnAt(drawn, x)
      if (said === undefined) continue
      const text = printExact(mul(x, scale))
      const there: FactValue = fact?.kind === 'count' ? { kind: 'count', n: text } : { kind: 'quantity', value: text }
      expect(isScored(ruled, { ...facts, inputs: { ...facts.inputs, [name]: there } })).toBe(said)
    }
  }
  const places = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 5, maxLength: 12 })

  test('for every rule that the language can say', () => {
    fc.assert(
      fc.property(anyRule, answers, figure, figure, places, (rule, given, actual, target, shares) => {
        const inputs = Object.fromEntries(
          inputsOf(rule).map(({ name, kind, role }) => [name, factFor(kind, role === 'actual' ? actual : target)]),
        )
        holdsTo({ rule, answers: given }, { fullMark: '10', inputs }, shares)
      }),
      { numRuns: 150 },
    )
  })

  test.each(caseTables.map(({ text, fullMark, answers: open }) => [text, fullMark, open] as const))(
    '%s',
    (text, fullMark, open) => {
      const ruled = ruleOf(text, open)
      const inputs = Object.fromEntries(
        inputsOf(ruled.rule).map(({ name, kind, role }) => [name, factFor(kind, role === 'actual' ? '87.5' : '90')]),
      )
      holdsTo(ruled, { fullMark, inputs }, [1, 111, 222, 333, 444, 500, 555, 666, 777, 888, 999])
    },
  )
})
