import { utf8 } from '@quanheng/domain/kernel/digest'
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
