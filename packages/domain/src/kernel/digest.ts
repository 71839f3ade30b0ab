import { canonicalJson } from './canonical-json.ts'

/** A hash function, passed in by the caller (SHA-256 or SM3): the core has no cryptography of its own. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** UTF-8 by RFC 3629. @throws TypeError on a lone surrogate, which has no encoding */
export const utf8 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 3)
  let end = 0
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) as number
    if (point < 0x80) {
      bytes[end++] = point
    } else if (point < 0x800) {
      bytes[end++] = 0xc0 | (point >> 6)
      bytes[end++] = 0x80 | (point & 0x3f)
    } else if (point < 0x10000) {
      if (point >= 0xd800 && point <= 0xdfff) throw new TypeError(`utf8: lone surrogate at ${at}`)
      bytes[end++] = 0xe0 | (point >> 12)
      bytes[end++] = 0x80 | ((point >> 6) & 0x3f)
      bytes[end++] = 0x80 | (point & 0x3f)
    } else {
      bytes[end++] = 0xf0 | (point >> 18)
      bytes[end++] = 0x80 | ((point >> 12) & 0x3f)
      bytes[end++] = 0x80 | ((point >> 6) & 0x3f)
      bytes[end++] = 0x80 | (point & 0x3f)
      at++
    }
  }
  return bytes.slice(0, end)
}

const hexDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Lower-case hexadecimal, two digits a byte. */
export const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => hexDigits[byte]).join('')

/** Bytes of an even number of lower-case hexadecimal digits. @throws TypeError on anything else */
export const fromHex = (text: string): Uint8Array => {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new TypeError('fromHex: not pairs of lower-case hexadecimal digits')
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(at * 2, at * 2 + 2), 16))
}

/** Digest of a value's canonical form, in hexadecimal: how versions, runs and acts name what they mean. */
export const digestOf = (hash: Hash, value: unknown): string => hex(hash(utf8(canonicalJson(value))))

/** As papers cite a locked text (锁定版校验值): enough signs to tell any two apart, few enough to be compared by eye. */
export const citedDigest = (digest: string): string => digest.slice(0, 16)
