import { type Fingerprint, hashSize, thumbSize, windows } from './fingerprint.ts'
import { sampled, type Window, whole } from './grey.ts'

/** Differing bits of 64 up to which two hashes are looked into; what bench/likeness prints rests on it. */
const mostBits = 12

/** Agreement of two reduced pictures from which on they are one, −1 to 1. */
export const leastAgreement = 0.76

/** The same of their large shapes alone: below it the finer comparison is spared. */
const leastShape = 0.5

const bitsIn = Uint8Array.from({ length: 256 }, (_, byte) => {
  let count = 0
  for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1
  return count
})

const distance = (a: Uint8Array, aAt: number, b: Uint8Array, bAt: number): number => {
  let bits = 0
  for (let i = 0; i < hashSize; i++) {
    bits += bitsIn[(a[aAt * hashSize + i] as number) ^ (b[bAt * hashSize + i] as number)] as number
  }
  return bits
}

/** The windows of `larger` whose hashes are near the whole of `smaller`, nearest first. */
const nearTo = (larger: Uint8Array, smaller: Uint8Array): readonly Window[] =>
  windows
    .map((window, at) => ({ window, bits: distance(larger, at, smaller, 0) }))
    .filter(({ bits }) => bits <= mostBits)
    .sort((a, b) => a.bits - b.bits)
    .map(({ window }) => window)

/**
 * Differing bits between the nearest hashes of two pictures; null where none are near enough to look closer. Cheap: asked of every
 * picture there is.
 */
export const bitsBetween = (a: Uint8Array, b: Uint8Array): number | null => {
  let least = mostBits + 1
  for (let at = 0; at < windows.length; at++) {
    least = Math.min(least, distance(a, at, b, 0), distance(b, at, a, 0))
  }
  return least > mostBits ? null : least
}

/** Points less the mean of their neighbourhood: pages that share only white paper and margins share nothing. */
const detail = (points: Float32Array, side: number): Float32Array => {
  const reach = Math.round(side / 16)
  const sums = new Float64Array((side + 1) * (side + 1))
  for (let y = 0; y < side; y++) {
    let line = 0
    for (let x = 0; x < side; x++) {
      line += points[y * side + x] as number
      sums[(y + 1) * (side + 1) + x + 1] = (sums[y * (side + 1) + x + 1] as number) + line
    }
  }
  const sum = (y: number, x: number): number => sums[y * (side + 1) + x] as number
  const out = new Float32Array(points.length)
  for (let y = 0; y < side; y++) {
    const top = Math.max(0, y - reach)
    const bottom = Math.min(side, y + reach + 1)
    for (let x = 0; x < side; x++) {
      const left = Math.max(0, x - reach)
      const right = Math.min(side, x + reach + 1)
      const around = sum(bottom, right) - sum(top, right) - sum(bottom, left) + sum(top, left)
      out[y * side + x] = (points[y * side + x] as number) - around / ((bottom - top) * (right - left))
    }
  }
  return out
}

/** Normalised correlation, −1 to 1; 0 where one of them has no detail at all. */
const correlation = (a: Float32Array, b: Float32Array): number => {
  let ab = 0
  let aa = 0
  let bb = 0
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number
    const y = b[i] as number
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return aa < a.length || bb < b.length ? 0 : ab / Math.sqrt(aa * bb)
}

const farthest = 0.13

/** Each side alone, and opposite sides together: a shift, which moving one of them after the other does not find. */
const moves = [['left'], ['top'], ['right'], ['bottom'], ['left', 'right'], ['top', 'bottom']] as const

const moved = (window: Window, sides: (typeof moves)[number], by: number): Window => {
  const next = { ...window }
  for (const at of sides) {
    const near = at === 'left' || at === 'top'
    next[at] = Math.min(near ? farthest : 1, Math.max(near ? 0 : 1 - farthest, window[at] + by))
  }
  return next
}

/** First the large shapes, then the lines of writing: those alone would lock onto a neighbouring line. */
const levels = [
  { size: 28, side: 20, steps: [0.04, 0.02, 0.01] },
  { size: thumbSize, side: 72, steps: [0.01, 0.005, 0.0025] },
] as const
type Level = (typeof levels)[number]

/** A picture at the size of a level. */
const at = ({ size }: Level, thumb: Uint8Array): Float32Array =>
  size === thumbSize
    ? Float32Array.from(thumb)
    : sampled({ width: thumbSize, height: thumbSize, data: thumb }, whole, size)

/** The window at `side` × `side`, each point between its four neighbours. */
const through = (points: Float32Array, { size, side }: Level, window: Window): Float32Array => {
  const out = new Float32Array(side * side)
  const [stepX, stepY] = [((window.right - window.left) * size) / side, ((window.bottom - window.top) * size) / side]
  for (let y = 0; y < side; y++) {
    const row = Math.min(size - 1, Math.max(0, window.top * size + (y + 0.5) * stepY - 0.5))
    const above = Math.min(size - 2, Math.floor(row))
    const down = row - above
    for (let x = 0; x < side; x++) {
      const column = Math.min(size - 1, Math.max(0, window.left * size + (x + 0.5) * stepX - 0.5))
      const left = Math.min(size - 2, Math.floor(column))
      const across = column - left
      const from = above * size + left
      const top = (points[from] as number) * (1 - across) + (points[from + 1] as number) * across
      const bottom = (points[from + size] as number) * (1 - across) + (points[from + size + 1] as number) * across
      out[y * side + x] = top * (1 - down) + bottom * down
    }
  }
  return out
}

interface Placed {
  readonly window: Window
  readonly agreement: number
}

/** Moves the sides of the window, one after the other, to where the whole of `smaller` agrees best with it. */
const settled = (larger: Uint8Array, smaller: Uint8Array, start: Window, level: Level): Placed => {
  const from = at(level, larger)
  const target = detail(through(at(level, smaller), level, whole), level.side)
  const agreementAt = (window: Window) => correlation(detail(through(from, level, window), level.side), target)
  let best: Placed = { window: start, agreement: agreementAt(start) }
  for (const step of level.steps) {
    for (let round = 0; round < 4; round++) {
      const before = best.agreement
      for (const move of moves) {
        for (const by of [step, -step]) {
          const window = moved(best.window, move, by)
          const agreement = agreementAt(window)
          if (agreement > best.agreement) best = { window, agreement }
        }
      }
      if (best.agreement === before) break
    }
  }
  return best
}

/** The best agreement of the whole of `smaller` with a window of `larger` near those that the hashes pointed at. */
const aligned = (larger: Uint8Array, smaller: Uint8Array, starts: readonly Window[]): number => {
  const [coarse, fine] = levels
  const placed = starts
    .slice(0, 3)
    .map((start) => settled(larger, smaller, start, coarse))
    .sort((a, b) => b.agreement - a.agreement)
  const [best] = placed
  return best === undefined || best.agreement < leastShape ? -1 : settled(larger, smaller, best.window, fine).agreement
}

/**
 * How far one of two pictures is the other, re-encoded, resized or with up to a tenth of a side cut off: −1 to 1; `null` where
 * the hashes already part them. From `leastAgreement` on a person is asked to look.
 */
export const agreementOf = (a: Fingerprint, b: Fingerprint): number | null => {
  const [inA, inB] = [nearTo(a.hashes, b.hashes), nearTo(b.hashes, a.hashes)]
  if (inA.length === 0 && inB.length === 0) return null
  const first = aligned(a.thumb, b.thumb, inA)
  return first >= leastAgreement ? first : Math.max(first, aligned(b.thumb, a.thumb, inB))
}
