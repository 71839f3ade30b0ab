import { hex, utf8 } from '@quanheng/domain/kernel/digest'
import type { VerifierKey } from './note.ts'

/**
 * SM2 with SM3 (GB/T 32918.2) over a note's text. C2SP has no number for it: type 0xff, then a name of our own, then the key, so that
 * tools which do not know it pass its lines over. The signature is DER (SEQUENCE of r and s), as OpenSSL writes it.
 */
export const sm2Type = 0xff
const label = utf8('quanheng.sm2-sm3.v1:')

/** @param point uncompressed: 04 ‖ x ‖ y, 65 bytes */
export const sm2Key = (name: string, point: Uint8Array): VerifierKey => ({
  name,
  type: sm2Type,
  publicKey: Uint8Array.from([...label, ...point]),
})

/** The point of a key's bytes as they stand in a verifier key; undefined where they are another kind's. */
export const sm2Point = (publicKey: Uint8Array): Uint8Array | undefined => {
  const point = publicKey.subarray(label.length)
  const labelled = label.every((byte, at) => publicKey[at] === byte)
  return labelled && point.length === 65 && point[0] === 4 ? point : undefined
}

/** Order of the curve (GB/T 32918.5). */
export const sm2Order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n

/** 64 hexadecimal digits of the number, if it is written in the one shortest way and is from 1 to the order less one. */
const readNumber = (der: Uint8Array, at: number): { readonly digits: string; readonly end: number } | undefined => {
  const length = der[at + 1] ?? 0
  const bytes = der.slice(at + 2, at + 2 + length)
  const [first = 0x80, second = 0] = bytes
  if (der[at] !== 0x02 || length === 0 || length > 33 || bytes.length !== length || first >= 0x80) return undefined
  if (first === 0 && length > 1 && second < 0x80) return undefined
  const number = BigInt(`0x${hex(bytes)}`)
  if (number === 0n || number >= sm2Order) return undefined
  return { digits: number.toString(16).padStart(64, '0'), end: at + 2 + length }
}

/** r ‖ s in hexadecimal; undefined for any other bytes than the one DER encoding of a possible signature, so that none has a second form. */
export const readSm2Signature = (der: Uint8Array): string | undefined => {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined
  const r = readNumber(der, 2)
  const s = r && readNumber(der, r.end)
  return r !== undefined && s?.end === der.length ? r.digits + s.digits : undefined
}
