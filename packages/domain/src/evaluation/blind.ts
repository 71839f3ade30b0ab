import { type Hash, hex, utf8 } from '../kernel/digest.ts'

/**
 * Blind RSA signatures with a full-domain hash (Chaum 1983; secure as one-more-RSA, Bellare et al. 2003). The server signs a value
 * that tells it nothing; what comes out is a signature of a text that the server has never seen.
 */
export interface BlindKey {
  /** Lower-case hexadecimal. */
  readonly modulus: string
  readonly exponent: string
}

export const powerOf = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
  let [result, square, rest] = [1n, base % modulus, exponent]
  for (; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** @throws RangeError where there is none: then the value shares a factor with the modulus, which nobody meets by chance */
export const inverseOf = (value: bigint, modulus: bigint): bigint => {
  let [a, b, x, y] = [((value % modulus) + modulus) % modulus, modulus, 1n, 0n]
  while (b !== 0n) {
    const quotient = a / b
    ;[a, b] = [b, a - quotient * b]
    ;[x, y] = [y, x - quotient * y]
  }
  if (a !== 1n) throw new RangeError('no inverse')
  return ((x % modulus) + modulus) % modulus
}

export const fromHexNumber = (text: string): bigint => BigInt(`0x${text || '0'}`)

/** As many digits as the modulus has: no length tells anything. */
export const toHexNumber = (value: bigint, { modulus }: Pick<BlindKey, 'modulus'>): string =>
  value.toString(16).padStart(modulus.length, '0')

/** MGF1 (RFC 8017, B.2.1) over the text, 128 bits longer than the modulus, so that the remainder is as good as even. */
export const fullHash = (hash: Hash, text: string, { modulus }: BlindKey): bigint => {
  const seed = hash(utf8(text))
  let digits = ''
  for (let at = 0; digits.length < modulus.length + 32; at++) {
    const block = new Uint8Array(seed.length + 4)
    block.set(seed)
    new DataView(block.buffer).setUint32(seed.length, at)
    digits += hex(hash(block))
  }
  return fromHexNumber(digits.slice(0, modulus.length + 32)) % fromHexNumber(modulus)
}

/** The text's hash hidden by `factor`, a random number below the modulus that never leaves the person's machine. */
export const blinded = (hash: Hash, text: string, key: BlindKey, factor: bigint): bigint => {
  const modulus = fromHexNumber(key.modulus)
  return (fullHash(hash, text, key) * powerOf(factor, fromHexNumber(key.exponent), modulus)) % modulus
}

/** The signature of the text, out of the signature of the hidden value. */
export const unblinded = (signed: bigint, { modulus: text }: BlindKey, factor: bigint): bigint => {
  const modulus = fromHexNumber(text)
  return (signed * inverseOf(factor, modulus)) % modulus
}

/** Whether this is the key's signature of this text. */
export const isSigned = (hash: Hash, text: string, signature: bigint, key: BlindKey): boolean => {
  const modulus = fromHexNumber(key.modulus)
  if (signature <= 0n || signature >= modulus) return false
  return powerOf(signature, fromHexNumber(key.exponent), modulus) === fullHash(hash, text, key)
}
