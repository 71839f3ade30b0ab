import { groups, type Indicator, quotas, size, type YearResult } from './year.ts'

/**
 * The year as somebody would write it by hand for exactly these sentences and these figures: scaled integers in typed arrays, one loop a
 * method, nothing that could be otherwise. Points in ten-thousandths; every product stays far below 2^53.
 */
const full = 100_000
const tenth = 1_000

export interface TightYear {
  readonly run: () => void
  readonly result: YearResult
}

export function tightYear(indicators: readonly Indicator[]): TightYear {
  const points = indicators.map(() => new Int32Array(size.units))
  const sums = new Float64Array(size.units)
  const totals = new Float64Array(size.units)
  const ranks = new Int32Array(size.units)
  const grades = new Int8Array(size.units)
  const run = (): void => {
    sums.fill(0)
    indicators.forEach((indicator, at) => {
      const out = points[at] as Int32Array
      score(indicator, out)
      addUp(out, (size.categories[indicator.category] as number) / 10, sums)
    })
    for (let row = 0; row < size.units; row += 1) totals[row] = Math.floor((2 * (sums[row] as number) + 50) / 100)
    for (const { from, to } of groups) stand(from, to, totals, sums, ranks, grades)
  }
  return { run, result: { points, totals, ranks, grades } }
}

/** A category of 500 marks counts with its weight: a whole factor over 50. */
function addUp(points: Int32Array, factor: number, sums: Float64Array): void {
  for (let row = 0; row < points.length; row += 1) sums[row] = (sums[row] as number) + factor * (points[row] as number)
}

function score({ way, said, inputs }: Indicator, out: Int32Array): void {
  const a = inputs[0]?.values as Int32Array
  const b = (inputs[1] ?? inputs[0])?.values as Int32Array
  const [one = 0, two = 0] = said
  switch (way) {
    case 'ratio':
      ratio(a, b, one * tenth, out)
      break
    case 'below':
      below(a, b, one * tenth, out)
      break
    case 'tiers':
      tiers(a, b, one, two, out)
      break
    case 'deduction':
      deduction(a, one * tenth, out)
      break
    case 'bonus':
      bonus(a, one * tenth, two * tenth, out)
      break
    case 'levels':
      levels(a, one * tenth, out)
      break
    case 'rank':
      rank(a, one * tenth, two * tenth, out)
      break
    case 'toBest':
      for (const { from, to } of groups) toBest(a, from, to, out)
      break
    case 'efficacy':
      for (const { from, to } of groups) efficacy(a, from, to, one, out)
      break
    case 'belowMean':
      for (const { from, to } of groups) belowMean(a, from, to, one * tenth, out)
  }
}

function ratio(a: Int32Array, b: Int32Array, most: number, out: Int32Array): void {
  for (let row = 0; row < a.length; row += 1) {
    const target = b[row] as number
    const own = Math.floor((2 * full * (a[row] as number) + target) / (2 * target))
    out[row] = own > most ? most : own
  }
}

function below(a: Int32Array, b: Int32Array, off: number, out: Int32Array): void {
  for (let row = 0; row < a.length; row += 1) {
    const target = b[row] as number
    const gap = target - (a[row] as number)
    const own = gap > 0 ? full - off * Math.floor((100 * gap) / target) : full
    out[row] = own < 0 ? 0 : own
  }
}

function tiers(a: Int32Array, b: Int32Array, second: number, third: number, out: Int32Array): void {
  for (let row = 0; row < a.length; row += 1) {
    const own = 100 * (a[row] as number)
    const target = b[row] as number
    out[row] =
      own >= 100 * target
        ? full
        : own >= second * target
          ? 80_000
          : own >= third * target
            ? 60_000
            : own >= 60 * target
              ? 30_000
              : 0
  }
}

function deduction(a: Int32Array, off: number, out: Int32Array): void {
  for (let row = 0; row < a.length; row += 1) {
    const own = full - off * (a[row] as number)
    out[row] = own < 0 ? 0 : own
  }
}

function bonus(a: Int32Array, each: number, most: number, out: Int32Array): void {
  for (let row = 0; row < a.length; row += 1) {
    const more = each * (a[row] as number)
    out[row] = full + (more > most ? most : more)
  }
}

function levels(a: Int32Array, third: number, out: Int32Array): void {
  const marks = Int32Array.of(0, full, 80_000, third, 0)
  for (let row = 0; row < a.length; row += 1) out[row] = marks[a[row] as number] as number
}

function rank(a: Int32Array, each: number, least: number, out: Int32Array): void {
  for (let row = 0; row < a.length; row += 1) {
    const own = full - each * ((a[row] as number) - 1)
    out[row] = own < least ? least : own
  }
}

function toBest(a: Int32Array, from: number, to: number, out: Int32Array): void {
  let best = a[from] as number
  for (let row = from + 1; row < to; row += 1) if ((a[row] as number) > best) best = a[row] as number
  for (let row = from; row < to; row += 1) out[row] = Math.floor((2 * full * (a[row] as number) + best) / (2 * best))
}

function efficacy(a: Int32Array, from: number, to: number, base: number, out: Int32Array): void {
  let high = a[from] as number
  let low = high
  for (let row = from + 1; row < to; row += 1) {
    const own = a[row] as number
    if (own > high) high = own
    if (own < low) low = own
  }
  const start = base * tenth
  const spread = high - low
  for (let row = from; row < to; row += 1)
    out[row] = start + Math.floor((2 * (full - start) * ((a[row] as number) - low) + spread) / (2 * spread))
}

function belowMean(a: Int32Array, from: number, to: number, off: number, out: Int32Array): void {
  let sum = 0
  for (let row = from; row < to; row += 1) sum += a[row] as number
  const point = 100 * (to - from)
  for (let row = from; row < to; row += 1) {
    const gap = sum - (to - from) * (a[row] as number)
    const own = gap > 0 ? full - off * Math.floor(gap / point) : full
    out[row] = own < 0 ? 0 : own
  }
}

/** Ranks 1-2-2-4 by the printed total, then the quotas; a tie across one drops, and what is left goes to the next grade. */
function stand(
  from: number,
  to: number,
  totals: Float64Array,
  sums: Float64Array,
  ranks: Int32Array,
  grades: Int8Array,
): void {
  const keys = new Float64Array(to - from)
  for (let row = from; row < to; row += 1) keys[row - from] = (10_000_000 - (totals[row] as number)) * 1024 + row - from
  keys.sort()
  const order = Int32Array.from(keys, (key) => from + key - Math.floor(key / 1024) * 1024)
  order.forEach((row, at) => {
    const above = order[at - 1] as number
    ranks[row] = at > 0 && totals[above] === totals[row] ? (ranks[above] as number) : at + 1
  })
  const standing = order.filter((row) => (sums[row] as number) >= quotas.failing * 500_000)
  for (const row of order) grades[row] = (sums[row] as number) >= quotas.failing * 500_000 ? 2 : 3
  let at = 0
  let left = 0
  for (const [grade, percent] of [quotas.first, quotas.second].entries()) {
    left += Math.max(1, Math.floor((percent * order.length) / 100))
    while (at < standing.length) {
      let end = at + 1
      while (end < standing.length && ranks[standing[end] as number] === ranks[standing[at] as number]) end += 1
      if (end - at > left) break
      left -= end - at
      for (; at < end; at += 1) grades[standing[at] as number] = grade
    }
  }
}
