import { type Grey, sampled, type Window, whole } from './grey.ts'

/** Points a side of the reduced picture that fingerprints are compared by. */
export const thumbSize = 80

/** How much of a side a cropped copy is looked for without, between nothing and the ten in a hundred of a slight crop. */
const cut = 0.07

/** The whole first, then every way to cut some of the four sides. */
export const windows: readonly Window[] = Array.from({ length: 16 }, (_, bits) => ({
  left: bits & 1 ? cut : 0,
  top: bits & 2 ? cut : 0,
  right: bits & 4 ? 1 - cut : 1,
  bottom: bits & 8 ? 1 - cut : 1,
}))

/** Bytes of one hash. */
export const hashSize = 8

/** What is kept of a picture to find copies of it; the picture cannot be made from it. */
export interface Fingerprint {
  /** A hash of each of `windows`, one behind the other. */
  readonly hashes: Uint8Array
  /** The picture at `thumbSize` × `thumbSize`. */
  readonly thumb: Uint8Array
}

const reduced = 32
const kept = 8

/** The slow waves that describe a picture: cos((2x+1)uπ/2n) for u = 0 … 7. */
const waves: readonly Float64Array[] = Array.from({ length: kept }, (_, u) =>
  Float64Array.from({ length: reduced }, (_unused, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * reduced))),
)

/**
 * Hash by the signs of the 8 × 8 slowest waves against their median, the mean brightness left out: light, contrast, size and
 * compression hardly move it (the discrete-cosine hash of image search).
 */
const hashOf = (points: Float32Array): Uint8Array => {
  const across = new Float64Array(reduced * kept)
  for (let y = 0; y < reduced; y++) {
    for (let u = 0; u < kept; u++) {
      const wave = waves[u] as Float64Array
      let sum = 0
      for (let x = 0; x < reduced; x++) sum += (points[y * reduced + x] as number) * (wave[x] as number)
      across[y * kept + u] = sum
    }
  }
  const found = new Float64Array(kept * kept)
  for (let v = 0; v < kept; v++) {
    const wave = waves[v] as Float64Array
    for (let u = 0; u < kept; u++) {
      let sum = 0
      for (let y = 0; y < reduced; y++) sum += (across[y * kept + u] as number) * (wave[y] as number)
      found[v * kept + u] = sum
    }
  }
  found[0] = 0
  const median = found.toSorted()[(kept * kept) / 2] as number
  const hash = new Uint8Array(hashSize)
  found.forEach((value, at) => {
    if (value > median) hash[at >> 3] = (hash[at >> 3] as number) | (1 << (at & 7))
  })
  return hash
}

export const fingerprintOf = (picture: Grey): Fingerprint => {
  const thumb = Uint8Array.from(sampled(picture, whole, thumbSize), Math.round)
  const small: Grey = { width: thumbSize, height: thumbSize, data: thumb }
  const hashes = new Uint8Array(windows.length * hashSize)
  windows.forEach((window, at) => {
    hashes.set(hashOf(sampled(small, window, reduced)), at * hashSize)
  })
  return { hashes, thumb }
}
