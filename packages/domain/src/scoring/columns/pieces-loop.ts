import { type Bound, steps as flight } from './bound.ts'
import { held } from './loops.ts'

/** A quotient of 2v + 1 by 2, floored, is v rounded, but where v stood on a half: there it goes away from zero, or to the even neighbour. */
const fromHalf = (floored: number, toEven: boolean): number => {
  const down = toEven ? floored !== 2 * Math.floor(floored * 0.5) : floored <= 0
  return down ? floored - 1 : floored
}

/** Any pieces, whatever the figures: finds each row's own and computes it. Returns a sum, NaN where some are. */
export function piecesLoop(
  rows: Int32Array,
  first: Float64Array,
  second: Float64Array,
  bound: Bound,
  toEven: boolean,
  points: Float64Array,
): number {
  const { how, base, factor, under, low, high, bottom, edges, over, by, last } = bound
  let sum = 0
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number
    const a = first[row] as number
    const b = second[row] as number
    let at = bound.first
    while (at < last && !(lineAt(edges, at, a, b) < 0)) at += 1
    let own = Number.NaN
    if (lineAt(bottom, 0, a, b) > 0 && how[at] !== 0) {
      own = (base[at] as number) + 0 * (a + b)
      if (how[at] !== 1) {
        let n = lineAt(over, at, a, b)
        let d = lineAt(by, at, a, b)
        own = Math.floor(n / d)
        if (how[at] === flight) {
          own = (base[at] as number) + (factor[at] as number) * own
          d = 2 * (under[at] as number)
          n = 2 * own + (under[at] as number)
          own = Math.floor(n / d)
        }
        if (own * d === n) own = fromHalf(own, toEven)
      }
      own = held(own, low[at] as number, high[at] as number)
    }
    sum += own
    points[row] = own
  }
  return sum
}

const lineAt = (lines: Float64Array, at: number, a: number, b: number): number =>
  (lines[3 * at] as number) + (lines[3 * at + 1] as number) * a + (lines[3 * at + 2] as number) * b
