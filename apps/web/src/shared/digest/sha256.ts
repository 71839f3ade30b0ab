/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8, in hexadecimal. The browser's own is missing on pages that come over plain HTTP, as on many
 * intranets, and a value that a party keeps to itself may not leave the page to be hashed.
 */
export const sha256 = (text: string): string =>
  Array.from(stateOf(new TextEncoder().encode(text)), (word) => word.toString(16).padStart(8, '0')).join('')

/** The same of bytes, as bytes. */
export const sha256Bytes = (bytes: Uint8Array): Uint8Array => {
  const digest = new DataView(new ArrayBuffer(32))
  for (const [at, word] of stateOf(bytes).entries()) digest.setUint32(4 * at, word)
  return new Uint8Array(digest.buffer)
}

const stateOf = (bytes: Uint8Array): Uint32Array => {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  blocks.set(bytes)
  blocks[bytes.length] = 0x80
  const view = new DataView(blocks.buffer)
  view.setUint32(blocks.length - 8, Math.floor(bytes.length / 0x2000_0000))
  view.setUint32(blocks.length - 4, bytes.length << 3)
  const state = Uint32Array.from(roots(8, 2))
  for (let from = 0; from < blocks.length; from += 64) {
    compress(
      state,
      Array.from({ length: 16 }, (_, at) => view.getUint32(from + 4 * at)),
    )
  }
  return state
}

const primes = (count: number): readonly number[] => {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}

/** The first 32 bits of the fractions of square or cube roots of primes. */
const roots = (count: number, degree: 2 | 3): readonly number[] =>
  primes(count).map((prime) => {
    const root = degree === 2 ? Math.sqrt(prime) : Math.cbrt(prime)
    return Math.floor((root - Math.floor(root)) * 2 ** 32)
  })

const constants = roots(64, 3)

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

const compress = (state: Uint32Array, block: readonly number[]): void => {
  const words = [...block]
  for (let at = 16; at < 64; at++) {
    const [early, late] = [words[at - 15] ?? 0, words[at - 2] ?? 0]
    const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    words.push(((words[at - 16] ?? 0) + low + (words[at - 7] ?? 0) + high) >>> 0)
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (const [at, word] of words.entries()) {
    const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (constants[at] ?? 0) + word
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) >>> 0, c, b, a, (first + second) >>> 0]
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = ((state[at] ?? 0) + word) >>> 0
}
