import { fromHex } from '../kernel/digest.ts'
import { normaliseCode } from '../kernel/normalise.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'

/** Crockford's base 32: no I, L, O or U, so that nothing on a printed sheet can be read as something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const length = 16

/**
 * 校验码: the first 80 bits of a digest as four groups of four, e.g. `7Q3K-0VXA-M2ZD-9HTC`.
 * Enough to tell one state of a sheet from every other; the full digest stays in the record.
 */
export const checkCode = (digest: string): string => {
  const bits = fromHex(digest.slice(0, 20)).reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
  const letters = Array.from({ length }, (_, at) => alphabet[Number((bits >> BigInt(5 * (length - 1 - at))) & 31n)])
  return (letters.join('').match(/.{4}/g) ?? []).join('-')
}

/** A code as typed from paper: any case, width or spacing; O is read as 0, I and L as 1. */
export const readCheckCode = (text: string): Result<string, { readonly code: 'signature.codeMalformed' }> => {
  const letters = normaliseCode(text).toUpperCase().replaceAll('-', '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const known = letters.length === length && [...letters].every((letter) => alphabet.includes(letter))
  if (!known) return refuse('signature.codeMalformed', { at: 'checkCode', params: { text: text.slice(0, 40) } })
  return ok((letters.match(/.{4}/g) ?? []).join('-'))
}
