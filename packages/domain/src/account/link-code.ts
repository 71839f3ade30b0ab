/** Crockford's base 32: no I, L, O, U, so that what was read off paper is typed as it was meant. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes that a code says: 80 bits, four groups of four characters. */
export const linkCodeBytes = 10

/** A one-time code for paper, `7K3M-…`, of `linkCodeBytes` random bytes. */
export const formLinkCode = (bytes: Uint8Array): string => {
  if (bytes.length !== linkCodeBytes) throw new RangeError(`a code says ${linkCodeBytes} bytes`)
  let value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let code = ''
  for (let at = 0; at < 16; at++) {
    code = alphabet[Number(value & 31n)] + code
    value >>= 5n
  }
  return code.match(/.{4}/g)?.join('-') ?? code
}

/** The code as it was printed, however it was typed: small letters, full width, spaces, O for 0; null where it is none. */
export const readLinkCode = (typed: string): string | null => {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[\s\-‐–—－]/g, '')
  if (code.length !== 16 || [...code].some((sign) => !alphabet.includes(sign))) return null
  return code.match(/.{4}/g)?.join('-') ?? null
}
