/** Luma of a picture, one byte a pixel, rows from the top. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** A part of a picture as shares of its width and height, 0 to 1. */
export interface Window {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const whole: Window = { left: 0, top: 0, right: 1, bottom: 1 }

interface Span {
  readonly first: number
  readonly weights: readonly number[]
}

/** For each of `count` equal parts of [from, to) of a line of `length` pixels: which pixels it covers, each by how much of its own. */
const spansOf = (length: number, from: number, to: number, count: number): readonly Span[] => {
  const step = ((to - from) * length) / count
  return Array.from({ length: count }, (_, at) => {
    const begin = from * length + at * step
    const end = begin + step
    const first = Math.min(length - 1, Math.floor(begin))
    const last = Math.min(length - 1, Math.max(first, Math.ceil(end) - 1))
    const covered = Array.from({ length: last - first + 1 }, (_unused, i) =>
      Math.max(0, Math.min(end, first + i + 1) - Math.max(begin, first + i)),
    )
    const sum = covered.reduce((total, weight) => total + weight, 0)
    return { first, weights: covered.map((weight) => (sum > 0 ? weight / sum : 1 / covered.length)) }
  })
}

/**
 * The window, stretched to `size` × `size` by averaging the area under each point: what re-encoding and resizing leave as it is.
 * @returns row by row, 0 to 255
 */
export const sampled = ({ width, height, data }: Grey, window: Window, size: number): Float32Array => {
  const columns = spansOf(width, window.left, window.right, size)
  const rows = spansOf(height, window.top, window.bottom, size)
  const out = new Float32Array(size * size)
  for (let y = 0; y < size; y++) {
    const row = rows[y] as Span
    for (let x = 0; x < size; x++) {
      const column = columns[x] as Span
      let sum = 0
      for (let i = 0; i < row.weights.length; i++) {
        const line = (row.first + i) * width + column.first
        let across = 0
        for (let j = 0; j < column.weights.length; j++) {
          across += (data[line + j] as number) * (column.weights[j] as number)
        }
        sum += across * (row.weights[i] as number)
      }
      out[y * size + x] = sum
    }
  }
  return out
}
