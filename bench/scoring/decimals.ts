import { Decimal } from 'decimal.js'
import { fullMark, groups, type Indicator, places, quotas, size, textOf, type YearResult } from './year.ts'

/**
 * The same year with a decimal library, as it is usually written: an object for each number, read from its text before the clock starts.
 * Twenty-eight digits hold every quotient well past the half that decides the fourth place.
 */
const Exactly = Decimal.clone({ precision: 28, rounding: Decimal.ROUND_HALF_UP })
const hundred = new Exactly(100)
const mark = new Exactly(fullMark)
const zero = new Exactly(0)

export interface DecimalYear {
  readonly run: () => YearResult
}

export function decimalYear(indicators: readonly Indicator[]): DecimalYear {
  const read = indicators.map(({ inputs }) =>
    inputs.map((figures) => Array.from({ length: size.units }, (_, row) => new Exactly(textOf(figures, row)))),
  )
  const run = (): YearResult => {
    const totals = Array.from({ length: size.units }, () => zero)
    const points = indicators.map((indicator, at) => {
      const own = scored(indicator, read[at] ?? []).map((value) => value.toDecimalPlaces(places))
      const weight = new Exactly(size.categories[indicator.category] ?? 0).div(500)
      for (const [row, value] of own.entries()) totals[row] = (totals[row] ?? zero).add(value.mul(weight))
      return own
    })
    const printed = totals.map((total) => total.toDecimalPlaces(places))
    const ranks = new Int32Array(size.units)
    const grades = new Int8Array(size.units)
    for (const group of groups) stand(group, totals, printed, ranks, grades)
    const scale = 10 ** places
    const whole = (values: readonly Decimal[]) => values.map((value) => value.mul(scale).toNumber())
    return { points: points.map(whole), totals: whole(printed), ranks, grades }
  }
  return { run }
}

const atLeast = (value: Decimal, least: Decimal): Decimal => (value.lt(least) ? least : value)
const atMost = (value: Decimal, most: Decimal): Decimal => (value.gt(most) ? most : value)
const tenths = (n = 0): Decimal => new Exactly(n).div(10)

function scored(
  { way, said }: Indicator,
  [first = [], second = []]: readonly (readonly Decimal[])[],
): readonly Decimal[] {
  const [one = 0, two = 0] = said
  const most = tenths(one)
  const rate = (own: Decimal, row: number): Decimal => own.mul(100).div(second[row] ?? zero)
  switch (way) {
    case 'ratio':
      return first.map((own, row) => atMost(own.mul(mark).div(second[row] ?? zero), most))
    case 'below':
      return first.map((own, row) => {
        const gap = hundred.sub(rate(own, row))
        return gap.gt(0) ? atLeast(mark.sub(most.mul(gap.floor())), zero) : mark
      })
    case 'tiers': {
      const tiers = [
        [hundred, mark],
        [new Exactly(one), new Exactly(8)],
        [new Exactly(two), new Exactly(6)],
        [new Exactly(60), new Exactly(3)],
      ] as const
      return first.map((own, row) => {
        const reached = rate(own, row)
        return tiers.find(([edge]) => reached.gte(edge))?.[1] ?? zero
      })
    }
    case 'deduction':
      return first.map((own) => atLeast(mark.sub(most.mul(own)), zero))
    case 'bonus':
      return first.map((own) => mark.add(atMost(most.mul(own), tenths(two))))
    case 'levels': {
      const marks = [zero, mark, new Exactly(8), most, zero]
      return first.map((own) => marks[own.toNumber()] ?? zero)
    }
    case 'rank':
      return first.map((own) => atLeast(mark.sub(most.mul(own.sub(1))), tenths(two)))
    default:
      return groups.flatMap(({ from, to }) => ofGroup(way, one, first.slice(from, to)))
  }
}

function ofGroup(way: Indicator['way'], said: number, own: readonly Decimal[]): readonly Decimal[] {
  const best = Exactly.max(...own)
  if (way === 'toBest') return own.map((value) => mark.mul(value).div(best))
  if (way === 'efficacy') {
    const low = Exactly.min(...own)
    const start = mark.mul(said).div(100)
    return own.map((value) => start.add(mark.sub(start).mul(value.sub(low)).div(best.sub(low))))
  }
  const mean = Exactly.sum(...own).div(own.length)
  return own.map((value) => {
    const gap = mean.sub(value)
    return gap.gt(0) ? atLeast(mark.sub(tenths(said).mul(gap.floor())), zero) : mark
  })
}

function stand(
  { from, to }: (typeof groups)[number],
  totals: readonly Decimal[],
  printed: readonly Decimal[],
  ranks: Int32Array,
  grades: Int8Array,
): void {
  const figure = (row: number): Decimal => printed[row] ?? zero
  const order = Array.from({ length: to - from }, (_, at) => from + at).sort(
    (a, b) => figure(b).cmp(figure(a)) || a - b,
  )
  order.forEach((row, at) => {
    const above = order[at - 1]
    ranks[row] = above !== undefined && figure(above).eq(figure(row)) ? (ranks[above] ?? 0) : at + 1
  })
  const fails = (row: number): boolean => totals[row]?.lt(quotas.failing) ?? true
  for (const row of order) grades[row] = fails(row) ? 3 : 2
  let waiting = order.filter((row) => !fails(row))
  let left = 0
  for (const [grade, percent] of [quotas.first, quotas.second].entries()) {
    left += Math.max(1, Math.floor((percent * order.length) / 100))
    for (;;) {
      const tied = waiting.filter((row) => ranks[row] === ranks[waiting[0] ?? -1])
      if (tied.length === 0 || tied.length > left) break
      for (const row of tied) grades[row] = grade
      left -= tied.length
      waiting = waiting.slice(tied.length)
    }
  }
}
