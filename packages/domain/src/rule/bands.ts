import { compare, type Exact, exact } from '../kernel/exact.ts'
import type { Band, Edge } from './model.ts'

/** Whether an open edge (以上, 以下) takes the number itself; asked only when the value stands on it. */
type EdgeReading = { readonly from: boolean; readonly to: boolean }

/**
 * The bands of a tier table with their implied edges: a band that names one edge reaches to the next edge named on
 * that side, so 达到90%得8分，达到80%得6分 gives 85% the 6 and 95% only the 8.
 */
export function closed(said: readonly Band[]): readonly Band[] {
  const bands = settled(said)
  return bands.map((band) => {
    if (band.from && !band.to) {
      const next = nearest(bands, band.from, 1)
      return next ? { from: band.from, to: opposite(next) } : band
    }
    if (band.to && !band.from) {
      const next = nearest(bands, band.to, -1)
      return next ? { from: opposite(next), to: band.to } : band
    }
    return band
  })
}

/** 95%-100%, 90%-95%（不含）: an edge that does not say whether it takes its number, where the band that it meets does. */
function settled(bands: readonly Band[]): readonly Band[] {
  const settle = (edge: Edge, other: 'from' | 'to'): Edge => {
    if (edge.inclusive !== undefined) return edge
    const met = bands
      .flatMap((band) => band[other] ?? [])
      .find((one) => one.inclusive !== undefined && isSame(one, edge))
    return met ? { ...edge, inclusive: !met.inclusive } : edge
  }
  return bands.map(({ from, to }) => ({
    ...(from && { from: settle(from, 'to') }),
    ...(to && { to: settle(to, 'from') }),
  }))
}

const isSame = (a: Edge, b: Edge): boolean => compare(exact(a.value), exact(b.value)) === 0

/** The closest one-sided edge of the same side beyond `edge`: above it for lower edges, below it for upper ones. */
function nearest(bands: readonly Band[], edge: Edge, direction: 1 | -1): Edge | undefined {
  const side = direction === 1 ? 'from' : 'to'
  const beyond = bands
    .map((band) => band[side])
    .filter((other): other is Edge => other !== undefined && order(other, edge, direction) * direction > 0)
  return beyond.reduce<Edge | undefined>(
    (best, other) => (best === undefined || order(other, best, direction) * direction < 0 ? other : best),
    undefined,
  )
}

/** At equal numbers 超过 lies beyond 达到, and 不足 beyond 不超过. */
function order(a: Edge, b: Edge, direction: 1 | -1): number {
  const byValue = compare(exact(a.value), exact(b.value))
  if (byValue !== 0) return byValue
  return (Number(a.inclusive === false) - Number(b.inclusive === false)) * direction
}

const opposite = (edge: Edge): Edge => {
  const { inclusive, ...amount } = edge
  return inclusive === undefined ? amount : { ...amount, inclusive: !inclusive }
}

/** The unit in which the bands are said; a zero may go without. */
export const unitOf = (bands: readonly Band[]): string | undefined =>
  bands.flatMap(({ from, to }) => [from, to]).find((edge) => edge !== undefined && edge.value !== '0')?.unit

/** Whether the value stands exactly on an edge that does not say if it takes the number. */
export const onOpenEdge = (band: Band, value: Exact): boolean =>
  [band.from, band.to].some(
    (edge) => edge !== undefined && edge.inclusive === undefined && compare(exact(edge.value), value) === 0,
  )

export function holds({ from, to }: Band, value: Exact, open: EdgeReading): boolean {
  const lower = from === undefined ? 1 : compare(value, exact(from.value))
  const upper = to === undefined ? 1 : compare(exact(to.value), value)
  return (
    (lower > 0 || (lower === 0 && (from?.inclusive ?? open.from))) &&
    (upper > 0 || (upper === 0 && (to?.inclusive ?? open.to)))
  )
}
