// Loops over typed arrays and numbers only, each small enough that everything in it is compiled to plain floating point. What can be proved
// of the figures beforehand is not asked of each one: a test in the loop costs as much as its division. All need a bottom above zero.
// A figure that is not there makes its points NaN, and so the sum that each returns.

/** A number held between two limits, without a branch; whole numbers below 2^51, and NaN stays NaN. */
export const held = (x: number, low: number, high: number): number =>
  (low + high + Math.abs(x - low) - Math.abs(x - high)) * 0.5

/** One line: (n0 + n1 a + n2 b) ÷ (d0 + d1 a + d2 b), floored and held. */
export function lineLoop(
  rows: Int32Array,
  first: Float64Array,
  second: Float64Array,
  over: Float64Array,
  by: Float64Array,
  at: number,
  low: number,
  high: number,
  points: Float64Array,
): number {
  const n0 = over[at] as number
  const n1 = over[at + 1] as number
  const n2 = over[at + 2] as number
  const d0 = by[at] as number
  const d1 = by[at + 1] as number
  const d2 = by[at + 2] as number
  let sum = 0
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number
    const a = first[row] as number
    const b = second[row] as number
    const own = held(Math.floor((n0 + n1 * a + n2 * b) / (d0 + d1 * a + d2 * b)), low, high)
    sum += own
    points[row] = own
  }
  return sum
}

/** One flight of steps: base + factor × floor of the quotient, held. */
export function stepsLoop(
  rows: Int32Array,
  first: Float64Array,
  second: Float64Array,
  over: Float64Array,
  by: Float64Array,
  at: number,
  base: number,
  factor: number,
  low: number,
  high: number,
  points: Float64Array,
): number {
  const n0 = over[at] as number
  const n1 = over[at + 1] as number
  const n2 = over[at + 2] as number
  const d0 = by[at] as number
  const d1 = by[at + 1] as number
  const d2 = by[at + 2] as number
  let sum = 0
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number
    const a = first[row] as number
    const b = second[row] as number
    const count = Math.floor((n0 + n1 * a + n2 * b) / (d0 + d1 * a + d2 * b))
    const own = held(base + factor * count, low, high)
    sum += own
    points[row] = own
  }
  return sum
}

/** No more edges than this are kept at hand in the loop over levels. */
export const mostEdges = 4

/** Levels between so many edges or fewer; an edge is below zero before it is reached. `none` is added: NaN where a group's figure is missing. */
export function levelsLoop(
  rows: Int32Array,
  first: Float64Array,
  second: Float64Array,
  edges: Float64Array,
  levels: Float64Array,
  from: number,
  to: number,
  none: number,
  points: Float64Array,
): number {
  const edge = (k: number, part: number): number =>
    from + k < to ? (edges[3 * (from + k) + part] as number) : part === 0 ? -1 : 0
  const level = (k: number): number => none + (levels[Math.min(from + k, to)] as number)
  const [e0, f0, g0, l0] = [edge(0, 0), edge(0, 1), edge(0, 2), level(0)]
  const [e1, f1, g1, l1] = [edge(1, 0), edge(1, 1), edge(1, 2), level(1)]
  const [e2, f2, g2, l2] = [edge(2, 0), edge(2, 1), edge(2, 2), level(2)]
  const [e3, f3, g3, l3] = [edge(3, 0), edge(3, 1), edge(3, 2), level(3)]
  const l4 = level(4)
  let sum = 0
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number
    const a = first[row] as number
    const b = second[row] as number
    let own = l4
    if (e0 + f0 * a + g0 * b < 0) own = l0
    else if (e1 + f1 * a + g1 * b < 0) own = l1
    else if (e2 + f2 * a + g2 * b < 0) own = l2
    else if (e3 + f3 * a + g3 * b < 0) own = l3
    own += 0 * (a + b)
    sum += own
    points[row] = own
  }
  return sum
}

/** Points by the figure itself; one that is not there reads any, and makes it NaN. */
export function tableLoop(
  rows: Int32Array,
  values: Float64Array,
  table: Float64Array,
  least: number,
  points: Float64Array,
): number {
  let sum = 0
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number
    const value = values[row] as number
    const own = (table[(value - least) | 0] as number) + 0 * value
    sum += own
    points[row] = own
  }
  return sum
}
